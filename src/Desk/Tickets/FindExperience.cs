using FirstContact.Classifying;

namespace FirstContact.Tickets;

/// <summary>
/// What solved the like before: among the newest tickets of the same category and service, and those in which its rarest words stand. So many are
/// looked at and no more, however old the desk is.
/// </summary>
public sealed record FindExperience(TicketId Id) : IQuery<IReadOnlyList<Experience>>
{
    private const int OfEach = 80, Words = 4, LongestText = 600;

    // A word that stands in more than these would find too many to be worth looking at.
    private const double RareEnough = 0.005;
    private const int AlwaysWorth = 2;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<Experience>>> Ask(Question question)
    {
        if (!(await DescribeTicket.Load(question, Id)).Is(out var ticket, out var no)) return no;
        var precedents = await Precedents(question, ticket);
        return new([.. Experience.Of(precedents, ticket.Care.Proposals.Select(p => p.Text)).Take(Experience.Most)], null);
    }

    private static async Task<IReadOnlyList<Precedent>> Precedents(Question question, Ticket ticket)
    {
        var words = TextWords.Of(ticket.Title, ticket.Care.Statement ?? ticket.Description);
        var (parts, args) = (new List<string>(), new List<(string, object?)> { ("@id", ticket.Id), ("@me", question.Caller.Person) });
        if (ticket.Category is { } category) Newest("category", category);
        if (ticket.Service is { } service) Newest("service", service);
        if (SearchSql.Some(question, Telling(words, await question.Read.SharesOfWords()), OfEach, args) is { } some) parts.Add(some);
        if (parts.Count == 0) return [];
        var rows = await question.Read.List($"""
            with candidate (id) as ({string.Join(" union ", parts.Select((p, i) => $"select id from ({p}) p{i}"))})
            select t.id, t.kind, t.status, t.title, substr(t.description, 1, {LongestText}), t.care, t.service, t.category
            from candidate c join ticket t on t.id = c.id
            where t.id <> @id and t.merged_into is null and t.status <> 'Cancelled' and {TicketStore.Visible(question.Caller)}
            """,
            r => new Row(new(r.GetInt64(0)), r.Word<TicketKind>(1), r.Word<TicketStatus>(2), r.GetString(3), r.GetString(4), r.GetString(5), r.NumberOrNull(6), r.NumberOrNull(7)), [.. args]);
        var alike = Likeness.Of(words, [.. rows.Select(r => TextWords.Of(r.Title, r.Description))]);
        return [.. rows.Zip(alike, (row, likeness) => row.Of(ticket, likeness)).OfType<Precedent>()];

        // Led by the index on this very order: the newest are met first.
        void Newest(string column, IId of)
        {
            parts.Add($"select id from ticket where {column} = @{column} order by opened_at desc, id desc limit {OfEach}");
            args.Add(($"@{column}", of));
        }
    }

    /// <summary>Words that lead to few tickets, the rarest first; where nothing was learned yet the two longest, which must stand together.</summary>
    private static (IReadOnlyList<string> Words, bool All) Telling(List<string> words, Func<string, double?>? share)
    {
        var all = words.Distinct().Where(w => w.Length > AlwaysWorth);
        return share is null
            ? ([.. all.OrderByDescending(w => w.Length).Take(AlwaysWorth)], true)
            : ([.. all.Select(w => (Word: w, Share: share(w))).Where(w => w.Share is null or <= RareEnough).OrderByDescending(w => w.Share is not null).ThenBy(w => w.Share).Select(w => w.Word).Take(Words)], false);
    }

    private sealed record Row(TicketId Id, TicketKind Kind, TicketStatus Status, string Title, string Description, string Care, long? Service, long? Category)
    {
        /// <summary>Null when it has neither solved anything nor failed.</summary>
        public Precedent? Of(Ticket here, double likeness)
        {
            if (likeness < Experience.LeastLikeness) return null;
            var care = DeskJson.Read<CareRecord>(Care);
            var solved = Status is TicketStatus.Resolved or TicketStatus.Closed ? care.Proposals.FirstOrDefault(p => p.No == care.Selected)?.Text ?? care.Solution : null;
            Seq<string> failed = [.. care.Proposals.Where(p => p.Failed && p.No != care.Selected).Select(p => p.Text)];
            if (solved is null or Ticket.Imported && failed.Count == 0) return null;
            return new(Id, Kind, Title, likeness, Service is { } s && s == here.Service?.Value, Category is { } c && c == here.Category?.Value, solved == Ticket.Imported ? null : solved, care.WasTaken(Policies.CareStep.CustomerVerification), failed);
        }
    }
}
