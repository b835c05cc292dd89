using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class TimeTests
{
    private static readonly LocalDate Today = New.By.At.InUtc().Date;
    private static readonly TimeDetails Call = new(38, Today, Ada, "Call with Helen");
    private static readonly Story<Ticket> Spent = New.Given(new TimeSpent(2, Call));

    [Fact]
    public void Time_is_written_down_with_its_day_and_whose_it_was()
    {
        New.When((t, by) => t.SpendTime(by, Call with { Words = " Call with Helen " })).Then(new TimeSpent(2, Call));
        New.When((t, by) => t.SpendTime(by, Call with { Who = Ravi, Words = " " })).Then(new TimeSpent(2, Call with { Who = Ravi, Words = null }));
        IsClosed.When((t, by) => t.SpendTime(by, Call)).Then(new TimeSpent(IsClosed.State.Version + 1, Call));
        Assert.Equal(([new TimeEntry(2, Call, Ada.Id)], 38), (Spent.State.Time, Spent.State.Minutes));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        New.When((t, by) => t.SpendTime(by, new(0, Today.PlusDays(2), Ada, new string('x', Ticket.LongestTimeWords + 1)))).Then(TimeErrors.MinutesInvalid, TimeErrors.DayInvalid, TimeErrors.WordsTooLong);
        New.When((t, by) => t.SpendTime(by, Call with { Minutes = Ticket.MostMinutes + 1 })).Then(TimeErrors.MinutesInvalid);
        New.When((t, by) => t.SpendTime(by, Call with { Day = Today.PlusDays(-367) })).Then(TimeErrors.DayInvalid);
        foreach (var good in new[] { Call with { Minutes = 1 }, Call with { Minutes = Ticket.MostMinutes }, Call with { Day = Today.PlusDays(1) }, Call with { Day = Today.PlusDays(-366) }, Call with { Words = new string('x', Ticket.LongestTimeWords) } })
            New.When((t, by) => t.SpendTime(by, good)).Then(new TimeSpent(2, good));
    }

    [Fact]
    public void There_is_an_end_to_entries()
    {
        var many = New.Given([.. Enumerable.Range(0, Ticket.MostTimeEntries - 1).Select(n => new TimeSpent(2 + n, Call))]);
        many.When((t, by) => t.SpendTime(by, Call)).Then(new TimeSpent(many.State.Version + 1, Call));
        many.Given(new TimeSpent(9999, Call)).When((t, by) => t.SpendTime(by, Call)).Then(TimeErrors.TooMany);
    }

    [Fact]
    public void A_correction_keeps_what_it_was()
    {
        var right = Call with { Minutes = 83 };
        Spent.When((t, by) => t.CorrectTime(by, 2, right)).Then(new TimeCorrected(2, Call, right));
        Spent.When((t, by) => t.CorrectTime(by, 2, Call)).ThenNothing();
        Spent.When((t, by) => t.CorrectTime(by, 2, Call with { Minutes = 0 })).Then(TimeErrors.MinutesInvalid);
        Spent.When((t, by) => t.CorrectTime(by, 3, right)).Then(TimeErrors.NotFound);
        Assert.Equal(83, Spent.As(Ravi.Id).Given(new TimeCorrected(2, Call, right)).State.Minutes);
        Assert.Equal(Ada.Id, Spent.As(Ravi.Id).Given(new TimeCorrected(2, Call, right)).State.Time[0].EnteredBy);
    }

    [Fact]
    public void What_was_no_work_is_removed()
    {
        Spent.When(t => t.RemoveTime(2)).Then(new TimeRemoved(2, Call));
        Spent.When(t => t.RemoveTime(3)).Then(TimeErrors.NotFound);
        Assert.Empty(Spent.Given(new TimeRemoved(2, Call)).State.Time);
    }

    [Theory]
    [InlineData("45", 45), InlineData(" 45 min ", 45), InlineData("45m", 45), InlineData("90", 90), InlineData("1:30", 90), InlineData("0:05", 5), InlineData("1h", 60), InlineData("2 hours", 120), InlineData("1h30", 90),
     InlineData("1 h 30 min", 90), InlineData("1H30M", 90), InlineData("1.5 h", 90), InlineData("1,5h", 90), InlineData("0.25h", 15), InlineData("1:60", null), InlineData("1:5", null), InlineData("-5", null), InlineData("x", null),
     InlineData("", null), InlineData(null, null), InlineData("1h90", null), InlineData("h", null), InlineData("1 day", null), InlineData("99999999999999999999", null), InlineData("999999999h", null), InlineData("1e3", null)]
    public void Time_is_read_as_people_type_it(string? typed, int? minutes) => Assert.Equal(minutes, TimeDetails.ReadMinutes(typed));
}
