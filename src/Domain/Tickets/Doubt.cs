using System.Text.RegularExpressions;

namespace FirstContact.Tickets;

/// <summary>
/// Finds words that speak against 'it works': people press the friendly button and write beside it that nothing is solved.
/// It only asks back, so one question too many does less harm than one too few. What is said kindly with unkind words
/// ('no more errors', 'can print again') is taken out first; then any word that is left may raise the doubt.
/// </summary>
public static partial class Doubt
{
    public static bool In(string? words) => words is not null && Against().IsMatch(Friendly().Replace(words.Replace('’', '\''), " "));

    [GeneratedRegex("""
        \b(
          not | no | nope | never | still | but | however | except | although | though | unfortunately | again | partly | sometimes | only | until | nothing
          | \w+n't | (ca|wo|do|does|did|is|was|are|could|would|has|have)nt | cannot | unable
          | fail(s|ed|ing|ure)? | broken? | breaks? | error s? | wrong | worse | stuck | slow(er|ly)? | denied | rejected | refuse[sd]? | frozen | freez(es|ing) | hang(s|ing)? | hung
          | crash(es|ed|ing)? | down | same | persists? | remains? | keeps | (is|comes|came) \s back | back \s after
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Against();

    [GeneratedRegex("""
        \b(
          (no | without | not \s (a|any)) \s ((more|further|new|other) \s)? (problem | error | issue | complaint | trouble) s? (\s (any \s? more|any \s longer|so \s far))?
          | (error | problem | issue) s? \s ((is|are|was|were|has|have|been|now) \s)* (gone | solved | fixed | resolved)
          | no \s longer \s (\w+ \s)? (crash | jam | hang | freez | frozen | fail | stuck | stop | block | beep | flicker | slow | broken | happen | appear | occur) \w*
          | (not | \w+n't) \s (\w+ \s)? (crash | jam | hang | freeze | fail | stuck | stop | block | beep | flicker | slow | broken | happen | appear | occur) \w* \s any \s? (more | longer)
          | (won't | will \s not | shouldn't) \s happen \s again
          | (thanks? (\s you)? | thank \s you \s (very|so) \s much),? \s again | again,? \s (many \s)? thanks?
          | (works? | worked | working | prints? | printing | runs? | running | fine | well | normal | online | up | back) \s again | back \s again
          | can \s (now \s)? \w+ (\s \w+){0,2}? \s again
          | back \s (to|at|in) \s (normal | work | service | order)
          | could (n't | \s not) \s be \s (better | happier | faster) | never \s (been \s)? (better | faster | happier)
          | nothing \s (else | more | to \s complain (\s about)?)
          | (do \s not | don't) \s need \s any (thing | \s more | \s further) (\s \w+)?
          | why \s not | not \s only (\s \w+){1,4}? \s but | not \s bad
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Friendly();
}
