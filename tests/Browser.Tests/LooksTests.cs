using System.Text.Json;

namespace FirstContact;

/// <summary>Every page, light and dark, wide and narrow: nothing serious for axe, nothing in the console, nothing that scrolls sideways.</summary>
[Collection(Lookers.Name)]
public sealed class LooksTests(Chromium chromium)
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    public static TheoryData<string, string> Pages => new()
    {
        { "agent", "/" }, { "agent", "/tickets" }, { "agent", "/tickets?status=all&sort=updated" }, { "agent", "/tickets?team=First%20Contact&priority=p5" }, { "agent", "/tickets/new" }, { "agent", "/keys" }, { "agent", "/tickets?group=owner&columns=number,title,team,category,opened" },
        { "agent", "/t/{new}" }, { "agent", "/t/{stated}" }, { "agent", "/t/{selecting}" }, { "agent", "/t/{waiting}" }, { "agent", "/t/{resolved}" }, { "agent", "/t/{closed}" }, { "agent", "/t/{cancelled}" },
        { "agent", "/t/{selecting}?step=classification" }, { "agent", "/t/{selecting}?step=craftVerification" }, { "agent", "/t/{selecting}?do=wait" }, { "agent", "/t/{selecting}?do=askIn" }, { "agent", "/t/{stated}?do=skip" },
        { "agent", "/t/{selecting}?show=internal" }, { "agent", "/t/{selecting}?do=details" }, { "agent", "/t/{selecting}?do=priority" }, { "agent", "/t/{selecting}?do=link" }, { "agent", "/t/{selecting}?do=task" }, { "agent", "/t/{selecting}?do=fields" }, { "customer", "/t/{selecting}" }, { "agent", "/tickets?field.area=Northgate&columns=number,title,field.area,field.assetTag" }, { "agent", "/t/{selecting}?do=snooze" }, { "agent", "/t/{selecting}?do=merge" }, { "agent", "/t/{stated}?do=split-2" }, { "agent", "/t/{merged}" }, { "customer", "/t/{merged}" }, { "agent", "/tickets?snoozed=me" }, { "agent", "/t/{selecting}?do=time" }, { "agent", "/t/{selecting}?do=time-{time}" }, { "agent", "/time" }, { "agent", "/time?person=nobody" }, { "agent", "/t/{selecting}?do=task-{task}" }, { "agent", "/t/{selecting}?step=customerVerification" }, { "agent", "/search?q=labels" }, { "agent", "/search?q=nothing-like-this" }, { "agent", "/me" }, { "agent", "/t/INC-999999" }, { "agent", "/settings/desk" },
        { "agent", "/t/{handed}" }, { "agent", "/t/{returned}" }, { "agent", "/t/{stopped}" }, { "agent", "/t/{selecting}/macros/1" }, { "customer", "/t/{handed}" }, { "customer", "/t/{stopped}" },
        { "agent", "/tools" }, { "agent", "/tools/1" }, { "administrator", "/tools/1" }, { "administrator", "/tools/new" }, { "administrator", "/tools/1/form" }, { "agent", "/tools/1/asking" }, { "agent", "/tools/overlaps" }, { "administrator", "/tools/overlaps/1" }, { "agent", "/t/{selecting}/tools" }, { "administrator", "/settings/launch-schemes" }, { "agent", "/settings/launch-schemes" },
        { "agent", "/role-switching" }, { "agent", "/role-switching?when=past" }, { "agent", "/role-switching/new" }, { "agent", "/role-switching/1" }, { "administrator", "/role-switching/1" }, { "administrator", "/role-switching/1/form" }, { "agent", "/role-switching/1/record" }, { "administrator", "/role-switching/2/word" }, { "agent", "/role-switching/2" },
        { "agent", "/exceptions" }, { "agent", "/t/{selecting}?do=exception" }, { "agent", "/settings/processes" }, { "agent", "/settings/processes/1" }, { "administrator", "/settings/processes/1" }, { "administrator", "/settings/processes/new" },
        { "agent", "/calls/new" }, { "agent", "/t/{called}" }, { "customer", "/t/{missed}" }, { "agent", "/tickets?flag=callback" }, { "agent", "/tickets?flag=parked" }, { "administrator", "/settings/calls" }, { "agent", "/settings/calls" },
        { "agent", "/events" }, { "agent", "/events?view=week" }, { "agent", "/events?day=2001-02-03" }, { "agent", "/events/new" }, { "agent", "/events/1" }, { "agent", "/events/1/form" }, { "administrator", "/events/2" },
        { "agent", "/walk-up" }, { "agent", "/walk-up?done=1&led=yes" }, { "agent", "/settings/deskside" }, { "administrator", "/settings/deskside" },
        { "administrator", "/settings/macros/new" }, { "administrator", "/settings/text-blocks/new" }, { "administrator", "/settings/ticket-templates/new" },
        { "customer", "/portal" }, { "customer", "/portal/ask?q=Labels" }, { "customer", "/portal/tickets" }, { "customer", "/search?q=labels" }, { "customer", "/t/{new}" }, { "customer", "/t/{stated}" }, { "customer", "/t/{waiting}" }, { "customer", "/t/{resolved}" },
        { "customer", "/t/{closed}" }, { "customer", "/t/{cancelled}" }, { "customer", "/me" }, { "customer", "/settings" },
        { "administrator", "/settings" }, { "administrator", "/settings/people" }, { "administrator", "/settings/people/new" }, { "administrator", "/settings/people/1" }, { "administrator", "/settings/people/doubles" }, { "administrator", "/settings/people/2/merge?into=1" }, { "administrator", "/settings/people/1/merge?into=nobody" }, { "customer", "/me/addresses/a-code" }, { "agent", "/me/addresses/a-code" }, { "administrator", "/settings/teams" },
        { "administrator", "/settings/teams/1" }, { "administrator", "/settings/teams/1/assignment" }, { "agent", "/settings/teams/1/assignment" }, { "administrator", "/settings/skills" }, { "agent", "/me/availability" }, { "administrator", "/settings/people/1/availability" }, { "administrator", "/settings/units" }, { "administrator", "/settings/services" }, { "administrator", "/settings/services/new" }, { "administrator", "/settings/services/1" },
        { "administrator", "/settings/categories" }, { "administrator", "/settings/classes" }, { "administrator", "/settings/classes/new" }, { "administrator", "/settings/classes/1" }, { "administrator", "/settings/priorities" },
        { "administrator", "/settings/calendars" }, { "administrator", "/settings/calendars/new" }, { "administrator", "/settings/calendars/1" }, { "administrator", "/settings/calendars/1/public-holidays?country=DE&region=DE-BY" }, { "agent", "/settings/calendars/2" },
        { "agent", "/agreements" }, { "customer", "/agreements" }, { "administrator", "/agreements?kind=service&ended=yes" }, { "administrator", "/agreements/new" }, { "administrator", "/agreements/new?kind=service" }, { "administrator", "/agreements/new?kind=underpinning" },
        { "agent", "/agreements/1" }, { "administrator", "/agreements/1" }, { "customer", "/agreements/1" }, { "customer", "/agreements/1/clause?key=target-1" }, { "administrator", "/agreements/1/clause?key=target-2" }, { "customer", "/agreements/1/clause?key=provider-duties" }, { "administrator", "/agreements/1/clause?key=scope" },
        { "administrator", "/agreements/1/parties" }, { "administrator", "/agreements/1/word?do=back" }, { "customer", "/agreements/1/redline" }, { "customer", "/agreements/1/habits" },
        { "agent", "/agreements/2" }, { "administrator", "/agreements/2" }, { "administrator", "/agreements/2/draft" }, { "administrator", "/agreements/2/word?do=review" }, { "administrator", "/agreements/2/word?do=end" }, { "agent", "/agreements/2/redline?from=1&to=draft" },
        { "agent", "/agreements/coverage" }, { "administrator", "/agreements/2/trial" }, { "customer", "/agreements/1/trial" }, { "agent", "/misses" }, { "agent", "/misses?cause=none" }, { "agent", "/t/{selecting}/clocks" }, { "customer", "/t/{new}/clocks" },
        { "agent", "/majors" }, { "agent", "/majors/1" }, { "agent", "/t/{stated}/major" }, { "customer", "/standards" }, { "nobody", "/standards" }, { "administrator", "/settings/standards" },
        { "administrator", "/settings/suppliers" }, { "agent", "/settings/suppliers" }, { "administrator", "/settings/suppliers/1" }, { "administrator", "/settings/suppliers/new" },
        { "administrator", "/settings/fields" }, { "administrator", "/settings/fields/new" }, { "administrator", "/settings/fields/1" },
        { "administrator", "/settings/rules" }, { "administrator", "/settings/rules/new" }, { "administrator", "/settings/rules/1" }, { "administrator", "/settings/rules/1/runs" }, { "agent", "/settings/rules/1" },
        { "administrator", "/settings/text-blocks" }, { "administrator", "/settings/text-blocks/1" }, { "administrator", "/settings/macros" }, { "administrator", "/settings/macros/1" }, { "agent", "/settings/macros" }, { "administrator", "/settings/ticket-templates" }, { "administrator", "/settings/ticket-templates/1" },
        { "agent", "/t/{new}/macros/1" }, { "agent", "/t/{cancelled}/macros/1" }, { "agent", "/tickets/new?template=1" },
        { "administrator", "/settings/webhooks" }, { "administrator", "/settings/webhooks/new" }, { "administrator", "/settings/webhooks/1" }, { "administrator", "/settings/webhooks/1/log" }, { "administrator", "/settings/webhooks/1/log/1" },
        { "administrator", "/settings/mail" }, { "administrator", "/settings/mail/rules" }, { "administrator", "/settings/sending" }, { "administrator", "/settings/sending/letters" }, { "administrator", "/settings/mailboxes" }, { "administrator", "/settings/mailboxes/new" }, { "administrator", "/settings/mailboxes/1" },
        { "agent", "/news" }, { "agent", "/news?show=all" }, { "customer", "/news?show=all" }, { "agent", "/me/notices" }, { "customer", "/me/notices" }, { "administrator", "/settings/notices" }, { "agent", "/t/{selecting}/telling" },
        { "agent", "/teamwork" }, { "agent", "/teamwork?team=nobody" }, { "agent", "/teamwork/tickets" }, { "agent", "/teamwork/definitions" }, { "agent", "/teamwork/mine" }, { "administrator", "/settings/measures" }, { "agent", "/settings/measures" },
        { "agent", "/targets" }, { "administrator", "/targets?period=never" }, { "administrator", "/targets/1" }, { "administrator", "/targets/new" }, { "administrator", "/targets/1/form" }, { "administrator", "/targets/figures" }, { "agent", "/targets/definitions" }, { "agent", "/targets/1/tickets" }, { "agent", "/targets/measures/resolution/tickets?only=no" },
        { "administrator", "/training" }, { "administrator", "/training?months=5" }, { "administrator", "/training/0?months=3" }, { "administrator", "/training/definitions" }, { "administrator", "/training/tickets/asked" },
        { "administrator", "/settings/import" }, { "administrator", "/settings/care" }, { "administrator", "/settings/desk" },
        { "agent", "/push-to-front" }, { "administrator", "/settings/bridges" }, { "agent", "/settings/bridges" }, { "administrator", "/settings/guides" }, { "agent", "/settings/guides" }, { "administrator", "/settings/guides/1" }, { "agent", "/t/{stated}?do=understanding" }, { "agent", "/t/{stated}?step=statement" },
        { "nobody", "/once/{asks}" }, { "nobody", "/once/{used}" }, { "nobody", "/once/{old}" }, { "nobody", "/once/nothing" }, { "agent", "/t/{mailed}" }, { "administrator", "/settings/sending/letters/said" },
        { "nobody", "/api" }, { "nobody", "/signin" }, { "nobody", "/nothing/here" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Looks_well(string who, string path)
    {
        var scene = await chromium.Scene();
        var visitor = await scene.Looker(chromium, who);
        await visitor.Open(scene.At(path));
        await AssertLooksWell(visitor, $"{who}{path}");
    }

    /// <summary>Each mode of the composer, as it opens, with its menu open, and refused.</summary>
    [Theory, InlineData("reply"), InlineData("note"), InlineData("call"), InlineData("handover")]
    public async Task Writing_looks_well(string mode)
    {
        var scene = await chromium.Scene();
        await using var visitor = await scene.Visit(chromium, "agent");
        await visitor.Open(scene.At("/t/{returned}"));
        await visitor.Page.Locator($".fc-modes label:has([value={mode}])").ClickAsync();
        await visitor.Page.Locator(".fc-compose textarea:visible").First.ClickAsync();
        if (mode == "reply") await visitor.Page.GetByLabel("Other ways to send").ClickAsync();
        await AssertLooksWell(visitor, $"agent writing {mode}");
    }

    [Fact]
    public async Task A_ticket_beside_its_list_looks_well()
    {
        var scene = await chromium.Scene();
        await using var visitor = await scene.Visit(chromium, "agent");
        await visitor.Open("/tickets");
        await visitor.Page.Keyboard.PressAsync("j");
        await visitor.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(visitor.Page.Locator("aside.fc-preview h2")).ToBeVisibleAsync();
        await AssertLooksWell(visitor, "agent preview");
    }

    [Fact]
    public async Task Setting_up_looks_well()
    {
        await using var empty = await WebDesk.Start();
        await using var visitor = await Visitor.Of(chromium, empty, (People.Person?)null);
        await visitor.Open("/setup");
        await AssertLooksWell(visitor, "nobody/setup");
        foreach (var (field, typed) in new[] { ("code", "WRONGONE"), ("organisation", "Harrow"), ("name", "Ada Byron"), ("email", "ada@harrow.example"), ("password", WebDesk.Password) }) await visitor.Page.FillAsync($"#{field}", typed);
        await visitor.Press("Set up the desk");
        await Assertions.Expect(visitor.Page.Locator(".is-bad").First).ToBeVisibleAsync();
        await AssertLooksWell(visitor, "nobody/setup refused");
    }

    [Fact]
    public async Task Mail_as_it_was_written_looks_well()
    {
        var scene = await chromium.Scene();
        // The page lets nothing run, not even what looks at it.
        await using var visitor = await Visitor.Of(chromium, scene.Desk, scene.Agent, new() { ViewportSize = new() { Width = 1440, Height = 900 }, BypassCSP = true });
        await visitor.Page.RouteAsync("https://pictures.shop.example/**", route => route.AbortAsync());
        await visitor.Open(scene.At("/t/{mailed}/mail/{mail}"));
        await AssertLooksWell(visitor, "agent mail as it was written");
    }

    /// <summary>Paths are walked on both engines, and what they come by is looked at on one.</summary>
    internal static async Task AssertLooksWell(Visitor visitor, string name)
    {
        if (visitor.IsOnServer) return;
        var wrong = new List<string>();
        await visitor.Page.EvaluateAsync(Axe.Value);
        foreach (var width in new[] { 1440, 390 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                wrong.AddRange((await Violations(visitor.Page, scheme)).Select(v => $"{width} {scheme}: {v}"));
                await Picture(visitor, $"{name} {width} {scheme}");
            }
        }
        foreach (var width in new[] { 390, 320 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            var over = await visitor.Page.EvaluateAsync<string[]>("""
                () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 4).map(e => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)}`)
                """);
            wrong.AddRange(over.Select(o => $"{width} scrolls sideways: {o}"));
        }
        // The browser itself writes a line for each answer of 400 and more; a page that says no is still a page.
        wrong.AddRange(visitor.Complaints.Where(c => !c.Contains("Failed to load resource", StringComparison.Ordinal)));
        Assert.True(wrong.Count == 0, $"{visitor.Page.Url}\n{string.Join('\n', wrong.Distinct())}");
    }

    private static async Task<List<string>> Violations(IPage page, ColorScheme scheme)
    {
        // Turbo marks the page while it fetches it anew; news may do that at any time, also in the middle of the looking.
        for (var look = 1; ; look++)
        {
            await page.WaitForFunctionAsync("() => !document.documentElement.hasAttribute('aria-busy')");
            var found = await Look(page, scheme);
            if (look == 3 || !found.Any(v => v.Contains("<html", StringComparison.Ordinal) && v.Contains("aria-busy", StringComparison.Ordinal))) return found;
        }
    }

    /// <summary>In the dark only what the colours decide is looked at again: all else is the same page.</summary>
    private static async Task<List<string>> Look(IPage page, ColorScheme scheme)
    {
        var found = await page.EvaluateAsync<JsonElement>("""
            dark => axe.run(document, { resultTypes: ['violations'], ...(dark ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}) }).then(r => r.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical' || v.id === 'landmark-unique')
              .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '').slice(0, 160)).join(' | ')}`))
            """, scheme == ColorScheme.Dark);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    private static async Task Picture(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("FIRSTCONTACT_PICTURES") is { Length: > 0 } folder)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.Replace('/', '_').Replace('?', '_')}.png") });
    }
}
