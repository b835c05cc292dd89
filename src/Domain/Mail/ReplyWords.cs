using System.Text.RegularExpressions;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>What a reply says to what was asked.</summary>
public enum ReplySays { Something, Yes, No }

/// <summary>
/// Reads a clear yes or a clear no from a reply, and anything else as the message that it is. A yes closes a ticket, so each clause of it must be one that is
/// known, and nothing may speak against it; a no may go on to say what is wrong.
/// </summary>
public static partial class ReplyWords
{
    /// <summary>Stands on top of what the desk sends: what is below it was written by the desk.</summary>
    public const string Above = "-- Please write above this line --";

    private const int LongestYes = 200, LongestNo = 2_000;

    /// <summary>What its writer said himself, without history and signature.</summary>
    public static string Said(string text)
    {
        var said = string.Concat(Quoted.In(text).Where(s => s.Kind == StretchKind.Said).Select(s => text.Substring(s.From, s.Length)));
        return (said.IndexOf(Above, StringComparison.Ordinal) is >= 0 and var at ? said[..at] : said).Trim();
    }

    public static ReplySays Of(string said, TicketAsk ask)
    {
        if (said.Length is 0 or > LongestNo || ask is not (TicketAsk.Verify or TicketAsk.Statement)) return ReplySays.Something;
        var core = Closing().Replace(Greeting().Replace(said.Replace('’', '\'').Trim(), ""), "").Trim().ToLowerInvariant();
        var plain = Thanks().Replace(core, " ");
        var clauses = Clause().Split(plain).Select(c => c.Trim(' ', '-', '–', '"', ')', ':', '\u200b')).Where(c => c.Length > 0).ToList();
        var (yes, no) = ask == TicketAsk.Verify ? (Works(), NotYet()) : (Right(), Wrong());
        if (clauses.Count == 0) return ReplySays.Something;
        var affirmed = clauses.Any(yes.IsMatch);
        if (!affirmed && no.IsMatch(core) && !Later().IsMatch(core)) return ReplySays.No;
        return affirmed && plain.Length <= LongestYes && !plain.Contains('?', StringComparison.Ordinal) && clauses.All(c => yes.IsMatch(c) || Kind().IsMatch(c)) && !Doubt.In(said) && !But().IsMatch(said) ? ReplySays.Yes : ReplySays.Something;
    }

    [GeneratedRegex(@"^(?:hi|hello|hey|dear|good\s(?:morning|afternoon|evening|day)|hallo|guten\s(?:tag|morgen|abend)|moin|servus|grüezi|liebe[rs]?|sehr\sgeehrte[rsn]?)\b[^\n.!?,]{0,60}(?:[,!]|\n|$)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"(?:^|\n|(?<=[.!,]\s))[ \t]*(?:(?:best|kind|kindest|warm|many)\s(?:regards|wishes)|regards|cheers|best|yours|sincerely|(?:viele|liebe|beste|schöne|freundliche|herzliche)\s(?:grüße|grüsse|gruesse)|(?:viele|beste)n?\s?dank\sund\sgru(?:ß|ss)|mit\s(?:freundlichen|besten)\s(?:grüßen|grüssen|gruessen)|gru(?:ß|ss)|mfg|lg|vg)\b[ \t]*[,!.]?(?:[ \t]\p{Lu}[\p{L}.'-]{0,30}){0,3}(?:\n[^\n]{0,60}){0,4}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(?:(?:many\s)?thanks?(?:\syou)?(?:\s(?:very|so)\smuch|\sa\slot|\sagain)?(?:\sfor\s(?:your|the)\s(?:quick\s|great\s)?(?:help|support|work))?|(?:vielen|herzlichen|besten)\sdank|danke(?:\s(?:schön|sehr|vielmals|ihnen|euch|dir))?)(?:\sfür\s(?:die|ihre|eure|deine)\s(?:schnelle\s|gute\s)?(?:hilfe|unterstützung))?", RegexOptions.CultureInvariant)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"[.,;!\n]+|\s[-–]\s|\s(?:and|und)\s")]
    private static partial Regex Clause();

    /// <summary>What takes a German yes back, also where a name is expected.</summary>
    [GeneratedRegex(@"\b(?:aber|nicht|nichts|nie|kein\w*|leider|noch|nur|trotzdem|jedoch|außer|manchmal|teilweise|defekt|kaputt)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex But();

    /// <summary>Kind words that say neither yes nor no.</summary>
    [GeneratedRegex(@"^(?:great|perfect|perfectly|super|wonderful|excellent|brilliant|nice|ok|okay|good|good\sjob|well\sdone|prima|toll|klasse|sehr\sgut|wunderbar|perfekt|top|(?:you|sie)\s(?:can|may|können)\s(?:now\s)?(?:close|schließen)?\s?(?:it|this|the\sticket|das\sticket)?(?:\sclose|\sschließen)?|please\sclose(?:\s(?:it|this|the\sticket))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex("""
        ^(?:(?:yes|yep|yeah|ja|jawohl|ok|okay|super|great)\s)?(?:
          yes | yep | yeah | yes\sit\sdoes | it\sdoes
          | (?: (?:it|this|that|everything|all|(?:the|my|our)\s\w+(?:\s\w+)?)\s )? (?:now\s)?
            (?: works? | worked | is\sworking | are\sworking | working | prints? | runs? | is\s(?:fine|ok|okay|good|solved|fixed|resolved|gone|up|back) | (?:has\sbeen|was)\s(?:solved|fixed|resolved) | solved | fixed | resolved )
            (?:\s(?:now|again|fine|well|perfectly|great|nicely|for\sme|for\sus|as\sit\sshould|as\sbefore|normally|to\snormal))*
          | it's\s(?:working|fine|solved|fixed|resolved|ok|okay|good)(?:\s(?:now|again|for\sme))* | all\s(?:is\s)?(?:good|fine|well)(?:\snow)?
          | ja | jawohl
          | (?: (?:es|das|alles|jetzt|nun|(?:der|die|das|mein|meine|unser|unsere)\s\w+)\s )?
            (?: funktioniert | funktionieren | geht | gehen | klappt | läuft | druckt | passt )
            (?:\s(?:jetzt|nun|wieder|alles|einwandfrei|super|bestens|gut|prima|bei\smir|bei\suns|wie\sgewohnt|normal|es|das))*
          | (?:(?:das\s)?problem\sist\s|ist\s|es\sist\s)?(?:gelöst|behoben|erledigt) | alles\s(?:wieder\s)?(?:gut|bestens|in\sordnung|ok|okay)
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Works();

    [GeneratedRegex("""
        ^(?:(?:yes|yep|yeah|ja|jawohl)\s)?(?:
          yes | yep | yeah | (?:that|this|it)(?:\sis|'s)\s(?:all\s)?(?:exactly\s)?(?:right|correct|it|so|the\sproblem) | exactly(?:\sthat)? | exactly\sright | correct | that's\sright | right | agreed
          | you\s(?:have\s)?understood\s(?:me|it|that)(?:\s(?:correctly|right|well))?
          | ja | jawohl | (?:das\s|es\s)?stimmt(?:\s(?:so|genau))? | genau(?:\sso)? | (?:das\sist\s)?(?:genau\s)?(?:richtig|korrekt) | so\sist\ses | (?:das\shaben\ssie\s)?richtig\sverstanden
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Right();

    [GeneratedRegex("""
        ^(?:(?:sorry|unfortunately|leider)[,\s]+)?(?:
          no \s* (?:[,.!:;\n-]|$) | no\s(?:it|not|still|sorry) | nope\b
          | not\s(?:yet|solved|fixed|working|resolved)\s*(?:[,.!:;\n-]|$) | not\syet\s(?:solved|fixed|working|resolved)
          | (?:(?:it|this|that|the\s\w+)\s)?(?:still\s(?:not|no\b|broken|the\ssame|fails?|jams?|crashes|won't|doesn't|does\snot|is\snot|isn't|can't)|(?:does\snot|doesn't|is\snot|isn't|won't|did\snot|didn't)\s(?:still\s)?(?:work|working|print|printing|run|help|fixed|solved)\b)
          | (?:the\s)?same\s(?:problem|error|issue)\b
          | nein\b | noch\snicht\s*(?:[,.!:;\n-]|$) | noch\snicht\sgelöst | nicht\s(?:gelöst|behoben)
          | (?:(?:es|das|der\s\w+|die\s\w+)\s)?(?:geht|funktioniert|klappt|druckt|läuft)\s(?:leider\s|immer\s|noch\s|weiterhin\s|auch\s)*nicht\b | immer\snoch\b | weiterhin\s(?:nicht|kaputt)
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotYet();

    [GeneratedRegex("""
        ^(?:(?:sorry|unfortunately|leider)[,\s]+)?(?:
          no \s* (?:[,.!:;\n-]|$) | no\s(?:it|that|this|not)\b | nope\b | not\s(?:quite|really|exactly|right|correct) | wrong\b | (?:that|this|it)(?:'s|\sis)\s(?:not|wrong) | (?:that|this|it)\sisn't
          | nein\b | nicht\s(?:ganz|richtig|genau) | (?:das\s|es\s)?stimmt\s(?:so\s|leider\s)?nicht | falsch\b | das\sist\s(?:nicht|falsch)
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Wrong();

    /// <summary>Who has yet to try says neither.</summary>
    [GeneratedRegex(@"\b(?:not\s(?:yet\s)?(?:tested|tried|checked)|haven't|have\snot|will\s(?:test|try|check|look)|i'll\s|tomorrow|later|next\sweek|vacation|holiday|(?:noch\s)?nicht\s(?:getestet|probiert|geprüft)|probiere|teste|prüfe|morgen|später|nächste\swoche|urlaub|no\s(?:problem|worries|rush|hurry|need))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Later();
}
