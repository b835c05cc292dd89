using System.Net;
using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>What was promised, by pages without scripts: why a time is as it is, what was missed, and what a draft would have kept.</summary>
public sealed class ClockPagesTests(PromisingDesk promising) : IClassFixture<PromisingDesk>
{
    private readonly WebDesk _desk = promising.Desk;

    [Fact]
    public async Task Why_this_time_is_for_who_serves_and_who_is_served_and_nobody_else()
    {
        var ticket = await promising.Opens("The lamp is out");
        var at = $"/t/{ticket.Number}/clocks";
        var (maya, helen, ravi) = (await _desk.SignedIn("Maya Lindqvist"), await _desk.SignedIn("Helen Marsh"), await _desk.SignedIn("Ravi Patel"));
        var why = await maya.Open(at);
        Assert.Equal(HttpStatusCode.OK, why.Status);
        Assert.Contains("Why this time", why.Text, StringComparison.Ordinal);
        Assert.Contains("Counted of 30 h", why.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"service-firstresponse-1\"", why.Html, StringComparison.Ordinal);
        Assert.Contains("What we promised you", (await helen.Open(at)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fc-rail", (await helen.Open(at)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ravi.Open(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.Open("/t/INC-999999/clocks")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _desk.Browser().Open(at)).Status);

        // Nothing was promised: it says so.
        var other = await _desk.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, "x", "y", null, Policies.Level.Medium, Policies.Level.Medium), PromisingDesk.As(promising.Helen));
        await promising.Counted(other.Id, c => c.Count == 2);
        await _desk.Done(new CancelTicket(other.Id, "x"), PromisingDesk.As(promising.Helen));
        await promising.Counted(other.Id, c => c.Count == 0);
        Assert.Contains("counts neither way", (await maya.Open($"/t/{other.Number}/clocks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_missed_is_explained_listed_and_exported()
    {
        var ticket = await promising.Misses("The lamp went out");
        var (maya, helen) = (await _desk.SignedIn("Maya Lindqvist"), await _desk.SignedIn("Helen Marsh"));
        var at = $"/t/{ticket.Number}/clocks";
        var form = $"{at}/service-firstresponse-1/cause";
        Assert.Contains("The lamp went out", (await maya.Open("/misses?cause=none")).Text, StringComparison.Ordinal);
        Assert.Contains("A promise was missed: say why", (await maya.Open("/")).Text, StringComparison.Ordinal);

        var page = await maya.Open(at);
        var silent = await maya.Send(page, form, ("words", "We were two."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.CauseMissing.Message), (silent.Status, silent.Wrong("cause")));
        Assert.Contains(("words", "We were two."), silent.Form(form));
        var other = await maya.Send(page, form, ("cause", "other"), ("words", ""));
        Assert.Equal(TicketErrors.CauseWordsMissing.Message, other.Wrong("words"));
        Assert.Equal((HttpStatusCode.SeeOther, at), (await maya.Send(page, form, ("cause", "tooFewPeople"), ("words", "We were two."))) is var said ? (said.Status, said.Location) : default);
        await Patience.Until(async () => (await maya.Open("/misses?cause=tooFewPeople")).Text.Contains("We were two.", StringComparison.Ordinal));
        Assert.DoesNotContain("The lamp went out", (await maya.Open("/misses?cause=none")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The lamp went out", (await maya.Open("/misses?agreement=999")).Text, StringComparison.Ordinal);
        Assert.Contains("The lamp went out", (await maya.Open($"/misses?agreement={promising.Agreement.Value}")).Text, StringComparison.Ordinal);
        Assert.False((await helen.Open(at)).HasForm(form));

        var weather = await maya.Open("/misses?cause=weather");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weather.Status);
        Assert.Contains(ClockErrors.CauseUnknown.Message, weather.Text, StringComparison.Ordinal);
        var lost = await maya.Open("/misses?after=x");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.Status);
        Assert.Contains(ClockErrors.CursorInvalid.Message, lost.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open("/misses")).Status);

        var table = await maya.Open("/misses.csv?cause=tooFewPeople");
        Assert.StartsWith("ticket,title,team,promise,agreement", table.Html.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($"{ticket.Number},The lamp went out,First Contact,service-firstresponse-1,Service for everyone,1,60,120,", table.Html, StringComparison.Ordinal);
        Assert.Contains(",tooFewPeople,We were two.", table.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.Open("/misses.csv?cause=weather")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open("/misses.csv")).Status);
    }

    [Fact]
    public async Task The_queue_says_what_is_due_next()
    {
        var ticket = await promising.Opens("A lamp flickers");
        var (maya, program, customer) = (await _desk.SignedIn("Maya Lindqvist"), await _desk.Program(promising.Maya), await _desk.Program(promising.Helen));
        var queue = await maya.Open("/tickets?sort=due");
        Assert.Matches($"id=\"t{ticket.Id.Value}\".*?data-m=\"due\"><span class=\"fc-sla is-warn\" title=\"First answer: due [^\"]+\">.*?due in 59 min", queue.Html.ReplaceLineEndings(""));
        Assert.Matches("aria-sort=\"ascending\"><a href=\"/tickets\\?sort=due\">Next due", queue.Html);
        Assert.Contains("Sorted by what is due, soonest first", queue.Text, StringComparison.Ordinal);
        Assert.Contains("Due today", (await maya.Open("/tickets?due=today")).Text, StringComparison.Ordinal);
        await Patience.Until(async () => (await maya.Open("/search?q=due:today+flickers")).Text.Contains("A lamp flickers", StringComparison.Ordinal));
        Assert.DoesNotContain($"id=\"t{ticket.Id.Value}\"", (await maya.Open("/tickets?due=late")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.Open("/tickets?due=soon")).Status);

        var line = (await program.Ask("tickets?sort=due&status=open")).Body!["items"]!.AsArray().Single(t => (long)t!["id"]! == ticket.Id.Value)!;
        Assert.Equal("service-firstresponse-1", (string?)line["dueClock"]);
        Assert.Equal(ticket.OpenedAt + Duration.FromHours(1), NodaTime.Text.InstantPattern.ExtendedIso.Parse((string)line["nextDue"]!).Value);
        Assert.Equal(["due"], (await program.Ask("tickets?due=soon")).Fields);
        // For customers what is due is the news they were promised: the clocks of the desk stay its own.
        Assert.All((await customer.Ask("tickets?sort=due")).Body!["items"]!.AsArray(), t => Assert.Null(t!["dueClock"]));
        Assert.Contains("nextDue", (await maya.Open("/tickets.csv")).Html.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_number_of_months_is_said_at_the_field()
    {
        var (ruth, program) = (await _desk.SignedIn("Ruth Adeyemi"), await _desk.Program(promising.Ruth));
        var at = $"/agreements/{promising.Agreement.Value}/trial";
        var trial = await ruth.Open(at);
        Assert.Contains(("months", "3"), trial.Form(at));
        Assert.Contains("In force", trial.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ruth.Open($"{at}?months=24")).Status);
        foreach (var wrong in (string[])["0", "25", "-3", "a few", "99999999999999"])
        {
            var refused = await ruth.Open($"{at}?months={Uri.EscapeDataString(wrong)}");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, ClockErrors.MonthsWrong.Message), (refused.Status, refused.Wrong("months")));
            Assert.Contains(("months", wrong), refused.Form(at));
            Assert.Equal(["months"], (await program.Ask($"agreements/{promising.Agreement.Value}/trial?months={Uri.EscapeDataString(wrong)}")).Fields);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.Open("/agreements/999/trial")).Status);
        Assert.Contains("Tried against the last months", (await (await _desk.SignedIn("Helen Marsh")).Open(at)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_are_to_be_there_are_tried_before_it_is_signed()
    {
        var always = (await _desk.Done(new DrawCalendar(new("Round the clock", "UTC", [.. Enumerable.Repeat("all day", 7)])))).Named;
        var terms = new Terms { Targets = [new(1, Measure.Availability, [], Duration.Zero, 90, Agreements.Period.Month, always, 1)] };
        var id = (await _desk.Done(new StartAgreement(AgreementKind.Service, new("Somebody is there", null, PartyKind.Everyone, null, promising.Ruth.Email, promising.Helen.Email), false, terms))).Id;
        var trial = await (await _desk.SignedIn("Ruth Adeyemi")).Open($"/agreements/{id.Value}/trial");
        Assert.DoesNotContain("There is nothing to try", trial.Text, StringComparison.Ordinal);
        Assert.Contains("would have kept 0 % 0 min of 2191 h in which it was open", trial.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_of_an_agreement_is_a_table_too()
    {
        await promising.Misses("A third lamp");
        var ruth = await _desk.SignedIn("Ruth Adeyemi");
        var page = await ruth.Open($"/agreements/{promising.Agreement.Value}");
        Assert.Contains($"href=\"/agreements/{promising.Agreement.Value}/attainment.csv\"", page.Html, StringComparison.Ordinal);
        var lines = (await ruth.Open($"/agreements/{promising.Agreement.Value}/attainment.csv")).Html.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("target,measure,goalPercent,from,kept,missed,percent,open", lines[0]);
        Assert.Equal(1 + 2 * ShowAttainment.Periods, lines.Length);
        Assert.Matches("^1,firstResponse,90,\\d{4}-\\d\\d-01,\\d+,[1-9]\\d*,\\d+\\.\\d,\\d+$", lines[ShowAttainment.Periods]);
        Assert.Matches("^2,resolution,80,\\d{4}-\\d\\d-01,0,0,,$", lines[ShowAttainment.Periods + 1]);
        var program = await _desk.Program(promising.Ruth);
        Assert.Contains("target,measure", await program.GetStringAsync(new Uri($"/api/v1/agreements/{promising.Agreement.Value}/attainment.csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.Open("/agreements/999/attainment.csv")).Status);
    }
}
