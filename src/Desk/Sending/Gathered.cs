using System.Globalization;
using System.Text;
using FirstContact.Agreements;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>One line of a letter that gathers.</summary>
/// <param name="Number">Of its ticket; blank for an agreement.</param>
internal sealed record Gathered(string Number, string Title, string Link, string By, LetterKind Kind, Because Why, string Words)
{
    private const int Most = 100;

    /// <summary>What was bundled for somebody, ticket by ticket, then agreement by agreement; what he may not see any more, or has seen meanwhile, is left out.</summary>
    /// <returns>What is said, and how many more there are.</returns>
    public static async Task<(IReadOnlyList<Gathered> Said, int More)> Of(Reader read, long bundle, PersonId person, string address)
    {
        var roles = await read.One("select roles from person where id = @id", r => r.GetString(0), ("@id", person)) ?? "";
        var caller = new Caller(person, "", TicketPermissions.SeesAll(roles) ? new HashSet<string> { TicketPermissions.SeeAll.Name } : [], new HashSet<long>());
        var all = 0;
        var spoken = await read.SpokenFor(person);
        var said = await read.List($"""
            select t.id, t.kind, t.title, coalesce(p.name, ''), n.kind, n.why, n.words, count(*) over (), n.agreement from notice n left join ticket t on t.id = n.ticket left join person p on p.id = n.actor
            where n.bundle = @bundle and n.person = @me and n.read_at is null and (t.id is not null and {TicketStore.Visible(caller)} or n.agreement {read.Database.IsAmong("@agreements")})
            order by n.ticket is null, n.ticket, n.agreement, n.id limit {Most}
            """,
            r =>
            {
                all = (int)r.GetInt64(7);
                if (r.NumberOrNull(8) is { } agreement)
                    return new Gathered("", spoken[agreement].Title, string.Create(CultureInfo.InvariantCulture, $"{address}/agreements/{agreement}"), r.GetString(3), r.Word<LetterKind>(4), r.Word<Because>(5), r.GetString(6));
                var number = TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0)));
                return new Gathered(number, r.GetString(2), $"{address}/t/{number}", r.GetString(3), r.Word<LetterKind>(4), r.Word<Because>(5), r.GetString(6));
            },
            ("@bundle", bundle), ("@me", person), ("@agreements", read.Database.Ids(spoken.Keys)));
        return (said, all - said.Count);
    }

    /// <param name="news">Where the rest is.</param>
    public static string Text(IReadOnlyList<Gathered> all, int more, string news) => Written(all, line => line, (number, title, link) => $"{number} {title}".TrimStart() + $"\n{link}") + (more > 0 ? $"\n\nand {more} more: {news}" : "");

    /// <summary>The same as Markdown, in which nothing that somebody typed is a sign.</summary>
    public static string Markdown(IReadOnlyList<Gathered> all, int more, string news) => Written(all, Plain, (number, title, link) => number.Length > 0 ? $"**[{number}]({link})** {Plain(title)}\n" : $"**[{Plain(title)}]({link})**\n") + (more > 0 ? $"\n\n[and {more} more]({news})" : "");

    private static string Written(IReadOnlyList<Gathered> all, Func<string, string> plain, Func<string, string, string, string> head)
    {
        var text = new StringBuilder();
        foreach (var ticket in all.GroupBy(g => g.Link))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? "\n\n" : "")}{head(ticket.First().Number, ticket.First().Title.OnOneLine, ticket.First().Link)}");
            foreach (var one in ticket) text.Append(CultureInfo.InvariantCulture, $"\n- {plain(one.Line)}");
        }
        return text.ToString();
    }

    private string Line => $"{What(Kind, By)}{(Words.Length > 0 ? $": {Words.OnOneLine}" : "")} ({LetterFoot.Words(Why)})";

    /// <summary>What happened, as a sentence without its end.</summary>
    internal static string What(LetterKind kind, string by) => kind switch
    {
        LetterKind.Received => "The request was received", LetterKind.Said or LetterKind.Answered => $"{by} wrote", LetterKind.Noted => $"{by} noted", LetterKind.Called => $"{by} calls you",
        LetterKind.Given => $"{by} gave it to you", LetterKind.Confirm => $"{by} thinks that it is solved", LetterKind.Stated => $"{by} asks whether this is what you mean", LetterKind.Closed => "It is closed", LetterKind.Woke => "It is back", LetterKind.Nears => "The time of a promise runs out", LetterKind.Missed => "A promise was missed", LetterKind.Agreement => $"{by} went on with it", _ => $"{by} changed how it stands",
    };

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c > '\u007f' || c == ' ') plain.Append(c);
            else plain.Append('\\').Append(c);
        }
        return plain.ToString();
    }
}
