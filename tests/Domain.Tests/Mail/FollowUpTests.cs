namespace FirstContact.Mail;

/// <summary>The guide's table of follow-ups is what happens: each case of each row is tried, and each case is in one row.</summary>
public sealed class FollowUpTests
{
    private static readonly Dictionary<string, FoundBy> Ways = new() { ["our message"] = FoundBy.OurMessage, ["another's message"] = FoundBy.TheirMessage, ["signed address"] = FoundBy.SignedAddress, ["subject"] = FoundBy.Subject, ["nothing"] = FoundBy.Nothing };

    private static readonly Dictionary<string, Writer> Writers = Enum.GetValues<Writer>().ToDictionary(w => w.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, Stands> Standings = Enum.GetValues<Stands>().ToDictionary(s => s == Stands.LongClosed ? "long closed" : s.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, FollowUp> Doings = new()
    {
        ["opens a ticket"] = FollowUp.Opens,
        ["opens a ticket for the author of what is passed on"] = FollowUp.OpensForAuthor,
        ["opens a ticket, linked with it"] = FollowUp.OpensLinked,
        ["opens a ticket that continues it"] = FollowUp.Continues,
        ["joins"] = FollowUp.Joins,
        ["joins and watches"] = FollowUp.JoinsAndWatches,
        ["reopens it and joins"] = FollowUp.Reopens
    };

    private static readonly IReadOnlyList<string[]> Table = Guide.Table("| found by | who writes |");

    private static readonly IReadOnlyList<(FoundBy, Writer, Stands)> Cases = [.. from way in Ways.Values from writer in Writers.Values from stands in Standings.Values select (way, writer, stands)];

    [Fact]
    public void Each_row_is_what_happens()
    {
        Assert.True(Table.Count >= 10, $"{Table.Count} rows");
        Assert.All(Table, row =>
        {
            foreach (var (way, writer, stands) in CasesOf(row)) Assert.Equal((way, writer, stands, Doings[row[3]]), (way, writer, stands, FollowUps.Of(way, writer, stands, invited: true)));
        });
    }

    [Fact]
    public void Each_case_is_in_one_row()
    {
        var listed = Table.SelectMany(CasesOf).ToList();
        Assert.Empty(listed.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Cases.Except(listed));
        Assert.Equal(Ways.Count * Writers.Count * Standings.Count, listed.Count);
        Assert.Equal(Doings.Values.Order(), Table.Select(r => Doings[r[3]]).Distinct().Order());
    }

    [Fact]
    public void Where_nobody_joins_uninvited_a_stranger_opens_a_ticket()
    {
        foreach (var (way, writer, stands) in Cases)
        {
            var invited = FollowUps.Of(way, writer, stands, invited: true);
            Assert.Equal(invited == FollowUp.JoinsAndWatches ? FollowUp.OpensLinked : invited, FollowUps.Of(way, writer, stands, invited: false));
        }
    }

    [Fact]
    public void A_machine_watches_nothing_and_opens_nothing_again()
    {
        foreach (var (way, writer, stands) in Cases)
        {
            var person = FollowUps.Of(way, writer, stands, invited: true);
            Assert.Equal(person is FollowUp.JoinsAndWatches or FollowUp.Reopens ? FollowUp.OpensLinked : person, FollowUps.Of(way, writer, stands, invited: true, machine: true));
        }
    }

    private static IEnumerable<(FoundBy, Writer, Stands)> CasesOf(string[] row) =>
        from way in Named(row[0], Ways) from writer in Named(row[1], Writers) from stands in Named(row[2], Standings) select (way, writer, stands);

    private static IEnumerable<T> Named<T>(string cell, Dictionary<string, T> all) => cell == "any" ? all.Values : cell.Split(", ").Select(word => all[word]);
}
