using System.Net;
using FirstContact.Calendars;
using FirstContact.People;

namespace FirstContact.Agreements;

/// <summary>Agreements by pages without scripts: the way of one from both sides, and every no at its field with all that was typed.</summary>
public sealed class AgreementPagesTests : IAsyncLifetime
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    private WebDesk _desk = null!;
    private Person _owen = null!, _jonas = null!, _ruth = null!, _robert = null!;
    private TeamId _network, _workplace;
    private CalendarId _office;

    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        _ruth = await _desk.Register("Ruth Adeyemi", Role.Administrator);
        _owen = await _desk.Register("Owen Pryce", Role.Agent, Role.TeamLead);
        _jonas = await _desk.Register("Jonas Weber", Role.Agent, Role.TeamLead);
        _robert = await _desk.Register("Robert Haines", Role.Customer);
        _network = (await _desk.Done(new AddTeam("Network and Access", "Cables", []))).Id;
        _workplace = (await _desk.Done(new AddTeam("Workplace", "Computers", []))).Id;
        await _desk.Done(new AddUnit("Eastmoor", "Plants"));
        _office = (await _desk.Done(new DrawCalendar(new("Office hours", null, [.. Enumerable.Repeat("08:00-17:00", 5), null, null])))).Id;
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Two_teams_go_from_habits_to_a_second_version()
    {
        var (owen, jonas) = (await _desk.SignedIn(_owen.Name), await _desk.SignedIn(_jonas.Name));
        Assert.Contains("No agreement here yet", (await owen.Open("/agreements")).Text, StringComparison.Ordinal);
        var begun = await owen.Send(await owen.Open("/agreements/new?kind=operational"), "/agreements", [.. Parties, ("targets-0-within", "4 h"), ("targets-0-percent", "80")]);
        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
        var at = begun.Location!;
        var habits = await jonas.Open(at);
        Assert.Contains("resolved within 4 h of Office hours, 80 % in a month", habits.Text, StringComparison.Ordinal);
        Assert.Contains("promised by nobody", habits.Text, StringComparison.Ordinal);

        Assert.Equal($"{at}/draft", (await owen.Send(await owen.Open(at), $"{at}/drafts")).Location);
        var form = await owen.Open($"{at}/draft");
        var more = await owen.Send(form, $"{at}/draft", ("targets-0-within", "3 h"), ("providerDuties", "Looks twice a day."), ("more", "targets"));
        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.Contains(("targets-0-within", "3 h"), more.Form($"{at}/draft"));
        Assert.Contains(more.Form($"{at}/draft"), f => f.Name == "targets-1-measure");
        var wrote = await owen.Send(more, $"{at}/draft", ("targets-1-measure", "Acceptance"), ("targets-1-within", "30 min"), ("targets-1-hours", $"{_office.Value}"), ("targets-1-priorities", "1"), ("ladder-0-share", "100"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{at}#draft"), (wrote.Status, wrote.Location));
        var draft = await owen.Open(at);
        Assert.Contains("<del>4</del> <ins>3</ins>", draft.Html, StringComparison.Ordinal);
        Assert.Contains("P1: handover accepted within 30 min of Office hours, 90 % in a month", draft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(draft, $"{at}/putting")).Status);

        var clause = await jonas.Open($"{at}/clause?key=target-2");
        var offered = await jonas.Send(clause, $"{at}/positions", ("stance", "counters"), ("targets-0-measure", "Acceptance"), ("targets-0-within", "1 h"), ("targets-0-percent", "90"), ("targets-0-hours", $"{_office.Value}"), ("words", "We are out at noon."));
        // The first form of the page agrees; with these fields it offers.
        Assert.Equal((HttpStatusCode.SeeOther, $"{at}#c-target-2"), (offered.Status, offered.Location));
        Assert.Contains("Your word on 1 clause of draft", (await owen.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("your word on 1 clause", (await owen.Open("/agreements")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("your word on", (await jonas.Open("/agreements")).Text, StringComparison.Ordinal);
        var countered = await owen.Open(at);
        Assert.Contains("Answer the open clause", countered.Text, StringComparison.Ordinal);
        Assert.Contains("We are out at noon.", countered.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>1 h</ins>", countered.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(countered, $"{at}/acceptances")).Status);
        Assert.DoesNotContain("Your word on", (await owen.Open("/")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(await owen.Open(at), $"{at}/start", ("from", Day(Today)))).Status);
        Assert.Contains("Your signature", (await jonas.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(await owen.Open(at), $"{at}/signatures")).Status);
        Assert.DoesNotContain("Your signature", (await owen.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open(at), $"{at}/signatures")).Status);
        var agreed = await jonas.Open(at);
        Assert.Contains("In force: version 1", agreed.Text, StringComparison.Ordinal);
        Assert.Contains("within 1 h of Office hours", agreed.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open($"{at}/word?do=review"), $"{at}/reviews", ("minutes", "All **kept**."))).Status);
        Assert.Contains("<strong>kept</strong>", (await owen.Open(at)).Html, StringComparison.Ordinal);
        var ruth = await _desk.SignedIn(_ruth.Name);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open($"{at}/word?do=end"), $"{at}/ending", ("on", Day(Today.PlusDays(30))), ("reason", "We part."))).Status);
        Assert.Contains("<dt>Ends</dt>", (await owen.Open(at)).Html, StringComparison.Ordinal);
        Assert.Equal($"{at}/draft", (await jonas.Send(await jonas.Open($"{at}/word?do=begin"), $"{at}/drafts", ("why", "Sooner."))).Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open($"{at}/draft"), $"{at}/draft", ("targets-0-within", "2 h"), ("targets-1-out", "yes"))).Status);
        var redline = await jonas.Open($"{at}/redline?from=1&to=draft");
        Assert.Contains("From version 1 to draft", redline.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 10 clauses are different.", redline.Text, StringComparison.Ordinal);
        Assert.Contains("<del>3</del> <ins>2</ins>", redline.Html, StringComparison.Ordinal);
        Assert.Contains("<ins>handover accepted within 1 h", (await jonas.Open($"{at}/redline?from=habits&to=1")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await jonas.Open($"{at}/redline?from=9")).Status);
        var csv = (await jonas.Open("/agreements.csv")).Html;
        Assert.StartsWith("agreement,kind,title,provider,receiver", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("operational,Network faults,Network and Access,Workplace,Owen Pryce,Jonas Weber,draft,1,", csv, StringComparison.Ordinal);
        Assert.Contains("Network faults", (await jonas.Open("/palette?q=faults")).Text, StringComparison.Ordinal);

        // The second version: whoever signs reads that the end that was set goes with it.
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open(at), $"{at}/putting")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open(at), $"{at}/start", ("from", Day(Today)))).Status);
        Assert.Contains("It is to end: ", (await jonas.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open(at), $"{at}/signatures")).Status);
        Assert.Contains("In force: version 1", (await jonas.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(await owen.Open(at), $"{at}/signatures")).Status);
        var second = await owen.Open(at);
        Assert.Contains("In force: version 2", second.Text, StringComparison.Ordinal);
        Assert.Contains("Earlier versions", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Ends</dt>", second.Html, StringComparison.Ordinal);
        Assert.Contains("resolved within 2 h of Office hours", second.Text, StringComparison.Ordinal);
        var told = await owen.Open($"{at}/redline?from=1&to=2");
        Assert.Contains("From version 1 to version 2", told.Text, StringComparison.Ordinal);
        Assert.Contains("<del>3</del> <ins>2</ins>", told.Html, StringComparison.Ordinal);
        Assert.Contains("operational,Network faults,Network and Access,Workplace,Owen Pryce,Jonas Weber,inForce,2,", (await jonas.Open("/agreements.csv")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_side_is_news_for_it_until_it_is_read()
    {
        var (owen, jonas, program) = (await _desk.SignedIn(_owen.Name), await _desk.SignedIn(_jonas.Name), await _desk.Program(_jonas));
        var at = await Draft(owen);
        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(await owen.Open(at), $"{at}/putting")).Status);
        await Patience.Until(async () => (await jonas.Open("/news")).Text.Contains("Network faults", StringComparison.Ordinal));
        var news = await jonas.Open("/news");
        Assert.Contains("New on 1 agreement", news.Text, StringComparison.Ordinal);
        Assert.Contains("Owen Pryce went on with it", news.Text, StringComparison.Ordinal);
        Assert.Contains("put draft 1 to both sides", news.Text, StringComparison.Ordinal);
        Assert.Contains("You are told because you speak for one side of it.", news.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{at}\">Network faults</a>", news.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Network faults", (await owen.Open("/news?show=all")).Text, StringComparison.Ordinal);
        Assert.Contains("An agreement for which I speak waits for me", (await jonas.Open("/me/notices")).Text, StringComparison.Ordinal);

        var line = Assert.Single((await program.Ask("news")).Body!["items"]!.AsArray())!;
        Assert.Equal((at, null, "Network faults", "agreement"), ($"/agreements/{line["agreement"]}", (string?)line["ticket"], (string?)line["title"], (string?)line["notices"]![0]!["event"]));

        // Read here, new again, and read by opening it.
        Assert.Equal("/news", (await jonas.Send(news, "/news/reading")).Location);
        Assert.DoesNotContain("Network faults", (await jonas.Open("/news")).Text, StringComparison.Ordinal);
        Assert.Equal("/news?show=all", (await jonas.Send(await jonas.Open("/news?show=all"), "/news/reading", ("again", "yes"))).Location);
        Assert.Contains("Network faults", (await jonas.Open("/news")).Text, StringComparison.Ordinal);
        await jonas.Open(at);
        Assert.DoesNotContain("Network faults", (await jonas.Open("/news")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_it_at_the_row()
    {
        var owen = await _desk.SignedIn(_owen.Name);
        var page = await owen.Open("/agreements/new?kind=operational");
        var wrong = await owen.Send(page, "/agreements", ("title", ""), ("provider", $"{_network.Value}"), ("receiver", $"team:{_network.Value}"), ("providerSpeakers", "nobody@harrow.example"), ("targets-0-within", "soon"), ("targets-0-percent", "120"), ("targets-0-hours", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(
            (AgreementErrors.TitleMissing.Message, AgreementErrors.SameParty.Message, AgreementErrors.SpeakerUnknown.Message, AgreementErrors.WithinWrong.Message, AgreementErrors.PercentWrong.Message, AgreementErrors.HoursMissing.Message),
            (wrong.Wrong("title"), wrong.Wrong("receiver"), wrong.Wrong("providerSpeakers"), wrong.Wrong("targets-0-within"), wrong.Wrong("targets-0-percent"), wrong.Wrong("targets-0-hours")));
        foreach (var kept in new[] { ("targets-0-within", "soon"), ("targets-0-percent", "120"), ("providerSpeakers", "nobody@harrow.example"), ("provider", $"{_network.Value}") }) Assert.Contains(kept, wrong.Form("/agreements"));
        Assert.Empty((await _desk.Desk.Ask(new ListAgreements(), Caller.Desk)).Value!);

        var at = await Draft(owen);
        var rows = await owen.Send(await owen.Open($"{at}/draft"), $"{at}/draft", ("more", "targets"));
        var twice = await owen.Send(rows, $"{at}/draft", ("targets-1-measure", "Resolution"), ("targets-1-within", "2 h"), ("targets-1-hours", $"{_office.Value}"), ("ladder-0-share", "900"), ("ladder-0-rung", "Person"), ("reviewMonths", "never"), ("onMiss", "kept as typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Equal(
            (null, AgreementErrors.TargetsOverlap.Message, AgreementErrors.ShareWrong.Message, AgreementErrors.ReviewWrong.Message),
            (twice.Wrong("targets-0-priorities"), twice.Wrong("targets-1-priorities"), twice.Wrong("ladder-0-share"), twice.Wrong("reviewMonths")));
        Assert.Contains(("onMiss", "kept as typed"), twice.Form($"{at}/draft"));
        var unknown = await owen.Send(await owen.Open($"{at}/draft"), $"{at}/draft", ("ladder-0-share", "50"), ("ladder-0-rung", "Person"), ("ladder-0-person", "nobody@harrow.example"));
        Assert.Equal(AgreementErrors.SpeakerUnknown.Message, unknown.Wrong("ladder-0-person"));
        var stale = await owen.Send(await owen.Open($"{at}/draft"), $"{at}/draft", ("version", "99"), ("targets-0-within", "5 h"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains(("targets-0-within", "5 h"), stale.Form($"{at}/draft"));

        Assert.Equal(HttpStatusCode.SeeOther, (await owen.Send(await owen.Open(at), $"{at}/putting")).Status);
        var clause = await owen.Open($"{at}/clause?key=target-1");
        var same = await Offer(owen, clause, at, ("words", "x"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AgreementErrors.CounterSame.Message), (same.Status, same.Wrong("counter")));
        var none = await Offer(owen, clause, at, ("targets-0-within", "later"));
        Assert.Equal((AgreementErrors.WithinWrong.Message, AgreementErrors.WordsMissing.Message), (none.Wrong("targets-0-within"), none.Wrong("words")));
        Assert.Contains("value=\"later\"", none.Html, StringComparison.Ordinal);
        var unsaid = await owen.Send($"{at}/positions", [Proof(clause, at), ("side", "Provider"), ("clause", "target-1"), ("stance", "declines")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AgreementErrors.WordsMissing.Message), (unsaid.Status, unsaid.Wrong("declineWords")));
        Assert.Equal(HttpStatusCode.NotFound, (await owen.Open($"{at}/clause?key=target-77")).Status);
        var past = await owen.Send(await owen.Open(at), $"{at}/start", ("from", "2020-02-02"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AgreementErrors.FromPassed.Message), (past.Status, past.Wrong("from")));
        Assert.Equal(AgreementErrors.WordsMissing.Message, (await owen.Send(await owen.Open(at), $"{at}/comments", ("words", ""))).Wrong("words"));
        Assert.Equal(AgreementErrors.ReasonMissing.Message, (await owen.Send(await owen.Open($"{at}/word?do=back"), $"{at}/taking-back")).Wrong("reason"));
        Assert.Equal(HttpStatusCode.Conflict, (await owen.Open($"{at}/word?do=review")).Status);
    }

    [Fact]
    public async Task A_customer_who_speaks_for_a_unit_negotiates_in_the_portal()
    {
        var (ruth, robert) = (await _desk.SignedIn(_ruth.Name), await _desk.SignedIn(_robert.Name));
        Assert.DoesNotContain("Agreements", (await robert.Open("/portal")).Text, StringComparison.Ordinal);
        var unit = (await _desk.Desk.Ask(new ListUnits(), Caller.Desk)).Value!.First(u => u.Name == "Eastmoor");
        var begun = await ruth.Send(await ruth.Open("/agreements/new?kind=service"), "/agreements", ("title", "Service for Eastmoor"), ("receiver", $"unit:{unit.Id.Value}"), ("providerSpeakers", _ruth.Email), ("receiverSpeakers", _robert.Email), ("asItIs", "no"), ("targets-0-within", "4 h"), ("targets-0-hours", $"{_office.Value}"));
        var at = begun.Location!;
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open(at), $"{at}/putting")).Status);
        Assert.Contains("Agreements", (await robert.Open("/portal")).Text, StringComparison.Ordinal);
        var list = await robert.Open("/agreements");
        Assert.Contains("Service for Eastmoor", list.Text, StringComparison.Ordinal);
        Assert.Contains("its first day", list.Text, StringComparison.Ordinal);
        Assert.Contains("fc-portal", (await robert.Open(at)).Html, StringComparison.Ordinal);
        var offered = await Offer(robert, await robert.Open($"{at}/clause?key=target-1"), at, ("targets-0-within", "2 h"), ("words", "A shift is eight hours."));
        Assert.Equal(HttpStatusCode.SeeOther, offered.Status);
        Assert.Contains("Your word on 1 clause", (await ruth.Open("/")).Text, StringComparison.Ordinal);
        await _desk.Register("Omar Said", Role.Customer);
        var stranger = await _desk.SignedIn("Omar Said");
        foreach (var path in (string[])[at, $"{at}/clause?key=scope", $"{at}/redline", $"{at}/draft", $"{at}/word?do=back"]) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Open("/agreements/new")).Status);
        Assert.DoesNotContain("Eastmoor", (await stranger.Open("/agreements")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await robert.Open($"{at}/parties")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await robert.Open("/settings/suppliers")).Status);

        var parties = await ruth.Send(await ruth.Open($"{at}/parties"), $"{at}/parties", ("receiverSpeakers", _ruth.Email));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AgreementErrors.SpeaksForBoth.Message), (parties.Status, parties.Wrong("receiverSpeakers")));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open($"{at}/parties"), $"{at}/parties", ("title", "Service for the pumps"))).Status);
        Assert.Contains("Service for the pumps", (await robert.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open($"{at}/word?do=end"), $"{at}/ending", ("on", Day(Today)), ("reason", "Another takes its place."))).Status);
        Assert.DoesNotContain("pumps", (await robert.Open("/agreements")).Text, StringComparison.Ordinal);
        Assert.Contains("pumps", (await robert.Open("/agreements?ended=yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppliers_are_kept_and_a_contract_is_signed_on_paper()
    {
        var (ruth, jonas) = (await _desk.SignedIn(_ruth.Name), await _desk.SignedIn(_jonas.Name));
        Assert.Contains("No supplier yet", (await ruth.Open("/settings/suppliers")).Text, StringComparison.Ordinal);
        Assert.Equal(AgreementErrors.SupplierNameMissing.Message, (await ruth.Send(await ruth.Open("/settings/suppliers/new"), "/settings/suppliers", ("contact", "kept"))).Wrong("name"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open("/settings/suppliers/new"), "/settings/suppliers", ("name", "Meridian"), ("contact", "4711"))).Status);
        var supplier = (await _desk.Desk.Ask(new ListSuppliers(), Caller.Desk)).Value![0];
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open($"/settings/suppliers/{supplier.Key}"), $"/settings/suppliers/{supplier.Key}", ("contact", "4712"))).Status);
        Assert.Contains("4712", (await jonas.Open("/settings/suppliers")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await jonas.Open("/settings/suppliers/new")).Status);

        var begun = await ruth.Send(await ruth.Open("/agreements/new?kind=underpinning"), "/agreements", ("title", "ERP support"), ("provider", $"{supplier.Key}"), ("receiver", "desk"), ("receiverSpeakers", _jonas.Email), ("asItIs", "no"), ("targets-0-within", "8 h"), ("targets-0-hours", $"{_office.Value}"));
        var at = begun.Location!;
        await ruth.Send(await ruth.Open(at), $"{at}/start", ("from", Day(Today)));
        await ruth.Send(await ruth.Open(at), $"{at}/putting");
        var unsaid = await ruth.Send(await ruth.Open(at), $"{at}/signatures");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AgreementErrors.OnBehalfMissing.Message), (unsaid.Status, unsaid.Wrong("onBehalf")));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(unsaid, $"{at}/signatures", ("onBehalf", "Dana, on Monday"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.Send(await jonas.Open(at), $"{at}/signatures")).Status);
        Assert.Contains("In force: version 1", (await ruth.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open("/settings/suppliers"), $"/settings/suppliers/{supplier.Key}/retirement")).Status);
        Assert.Contains("retired", (await ruth.Open("/settings/suppliers")).Text, StringComparison.Ordinal);
        Assert.Contains("Add a supplier first", (await ruth.Open("/agreements/new?kind=underpinning")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(await ruth.Open("/settings/suppliers"), $"/settings/suppliers/{supplier.Key}/restoration")).Status);
    }

    private (string, string)[] Parties => [("title", "Network faults"), ("provider", $"{_network.Value}"), ("receiver", $"team:{_workplace.Value}"), ("providerSpeakers", _owen.Email), ("receiverSpeakers", _jonas.Email), ("targets-0-hours", $"{_office.Value}")];

    private static string Day(LocalDate day) => Kit.Times.Field(day);

    private async Task<string> Draft(Browser owen) => (await owen.Send(await owen.Open("/agreements/new"), "/agreements", [.. Parties, ("asItIs", "no"), ("targets-0-within", "4 h")])).Location!;

    private static (string, string) Proof(Screen page, string at) => page.Form($"{at}/positions").First(f => f.Name == "_form");

    /// <summary>What the form for something else sends: one target as the draft has it, but for what is typed anew.</summary>
    private async Task<Screen> Offer(Browser browser, Screen clause, string at, params (string Name, string Value)[] typed)
    {
        var side = clause.Form($"{at}/positions").First(f => f.Name == "side").Value;
        (string Name, string Value)[] there = [("targets-0-measure", "Resolution"), ("targets-0-no", "1"), ("targets-0-within", "4 h"), ("targets-0-percent", "90"), ("targets-0-period", "Month"), ("targets-0-hours", $"{_office.Value}")];
        return await browser.Send($"{at}/positions", [Proof(clause, at), ("side", side), ("clause", "target-1"), ("stance", "counters"), .. there.Where(f => typed.All(t => t.Name != f.Name)), .. typed]);
    }
}
