using System.Text.RegularExpressions;

namespace FirstContact.Tickets;

/// <summary>
/// Finds words that speak against 'it works': people press the friendly button and write beside it that nothing is solved.
/// It only asks back, so one question too many does less harm than one too few.
/// </summary>
public static partial class Doubt
{
    public static bool In(string? words) => words is not null && Against().IsMatch(Friendly().Replace(words.Replace('’', '\''), " "));

    [GeneratedRegex(@"\b(not|never|still|but|however|except|unfortunately|again|partly|sometimes|\w+n't|cannot|cant|wont|doesnt|isnt|fail(s|ed|ing)?|broken|error|wrong|worse|stuck|nothing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(no (more )?problems?|no (more )?errors?|not (a|any) problem|no longer|not any ?more|no issues?|(won't|will not|shouldn't) happen again|thanks? (you )?again|works? again|working again|prints? again|back again|again,? thanks?|could(n't| not) be (better|happier)|why not|not only)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Friendly();
}
