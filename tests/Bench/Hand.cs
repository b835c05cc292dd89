using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FirstContact.Bench;

/// <summary>One answer that an agent waited for.</summary>
/// <param name="Took">In milliseconds, from the first byte sent to the last one read.</param>
internal readonly record struct Answer(string Deed, double Took, int Status, string? Wrong);

/// <summary>An agent's hands: asks for pages as the browser does, and writes as its forms do, with the version of the page that was read.</summary>
internal sealed partial class Hand(HttpClient http, Member who, Crew crew, int seed, Action<Answer> told)
{
    /// <summary>What is done in a morning, and how often against each other.</summary>
    private static readonly (string Deed, int Often)[] Mix =
    [
        ("home", 6), ("queue", 10), ("ticket", 14), ("reply", 8), ("note", 6), ("draft", 10), ("assign", 5), ("tag", 4), ("bulk", 3), ("merge", 1), ("split", 2), ("snooze", 3), ("care", 18), ("next", 6), ("search", 5),
    ];

    /// <summary>All that is measured; the last step of the care is told apart from those before it.</summary>
    public static readonly IReadOnlyList<string> Deeds = [.. Mix.Select(m => m.Deed), "resolve"];

    private const int Tries = 4, Near = 25, Bulk = 5;
    private readonly Random _chance = new(seed);
    private readonly string _team = Uri.EscapeDataString(Company.TeamOf(seed % Company.Teams).Name);
    private IReadOnlyList<string> _queue = [];
    private string _at = "", _version = "";
    private long _own;

    /// <summary>One more thing, whatever comes to hand; what it stands on is read first.</summary>
    public async Task DoOne()
    {
        if (_queue.Count == 0) await Queue();
        if (_at == "") await Read(Any());
        var at = _chance.Next(Mix.Sum(m => m.Often));
        var deed = Mix.First(m => (at -= m.Often) < 0).Deed;
        // Each begins where the eye is: on a page just read.
        if (deed is "reply" or "note" or "assign" or "tag" or "snooze") await Read(Any());
        await (deed switch
        {
            "home" => Get("home", "/"),
            "queue" => Queue(),
            "ticket" => Read(Any()),
            "reply" => Write("reply", HttpMethod.Post, "replies", new { body = "I look at it now, and you hear from me by ten." }),
            "note" => Write("note", HttpMethod.Post, "messages", new { visibility = "internal", body = "Seen at line 3 as well." }),
            "draft" => Write("draft", HttpMethod.Put, "draft", new { mode = "reply", fields = new { reply = $"I look at it now, and {_chance.Next(1000)}" } }),
            "assign" => Write("assign", HttpMethod.Put, "assignee", new { person = "me" }),
            "tag" => Write("tag", HttpMethod.Patch, "", new { tags = new[] { $"line-{_chance.Next(20)}" } }),
            "snooze" => Write("snooze", HttpMethod.Post, "snooze", new { until = crew.Tomorrow }),
            "bulk" => Send("bulk", HttpMethod.Post, "tickets/actions", () => new { tickets = Enumerable.Range(0, Bulk).Select(_ => Any()).Distinct(), actions = new[] { new { @do = "tag", to = $"round-{_chance.Next(20)}" } } }, false),
            "merge" => Send("merge", HttpMethod.Post, $"tickets/{crew.Fresh()}/merge", () => new { into = crew.Fresh().ToString(CultureInfo.InvariantCulture), insist = true }, false),
            "split" => crew.Message() is var (ticket, no) ? Send("split", HttpMethod.Post, $"tickets/{ticket}/messages/{no}/split", () => new { }, false) : Task.CompletedTask,
            "care" => Care(),
            "next" => Next(),
            _ => Get("search", $"/search?q={crew.Rare}"),
        });
    }

    private string Any() => _queue[_chance.Next(Math.Min(_queue.Count, Near))];

    private async Task Queue()
    {
        var page = await Get("queue", $"/tickets?team={_team}");
        _queue = [.. Titles().Matches(page).Select(m => m.Groups[1].Value)];
        if (_queue.Count == 0) throw new InvalidOperationException($"The queue of team {_team} is empty.");
    }

    private async Task Read(string number)
    {
        var page = await Get("ticket", $"/t/{number}");
        (_at, _version) = (number, Version().Match(page).Groups[1].Value);
    }

    /// <summary>The next step of one's own ticket; after the last of them another is one's own.</summary>
    private async Task Care()
    {
        if (_own == 0) _own = crew.Fresh();
        await Read(_own.ToString(CultureInfo.InvariantCulture));
        using var facts = JsonDocument.Parse(await Get("", $"/api/v1/tickets/{_own}"));
        var step = facts.RootElement.GetProperty("care").GetProperty("next").GetString();
        if (step is null or "customerVerification")
        {
            await Write("resolve", HttpMethod.Post, "resolution", new { solution = "The template of Friday is back in place." });
            _own = 0;
            await Next();
        }
        else await Write("care", HttpMethod.Post, $"care/{step}", Said(step));
    }

    private async Task Next()
    {
        var to = await Get("next", $"/next?after={_at}");
        if (to.StartsWith("/t/", StringComparison.Ordinal)) await Read(to[3..]);
    }

    private static object Said(string step) => step switch
    {
        "greeting" => new { how = "by phone" },
        "classification" => new { requestClass = "Software" },
        "statement" => new { statement = "All printers of line 2 print blank labels." },
        "reproduction" => new { outcome = "reproduced", steps = Replay },
        "proposal" => new { proposal = "Put back the label template of Friday", source = "experience" },
        "selection" => new { proposal = 1, reason = "Quickest to try and to take back." },
        "execution" => new { done = "The template of Friday is back in place." },
        _ => new { outcome = "works", how = "Replayed at the printer of line 2", replayed = Replay },
    };

    private static readonly string[] Replay = ["Open an order", "Press Print label"];

    /// <summary>To the ticket at hand, against the version that was read.</summary>
    private Task Write(string deed, HttpMethod method, string what, object body) => Send(deed, method, $"tickets/{_at}/{what}".TrimEnd('/'), () => body, deed != "draft");

    /// <summary>As a person would: who is told that a colleague was quicker reads the page again, and goes on or leaves it.</summary>
    private async Task Send(string deed, HttpMethod method, string path, Func<object> body, bool versioned)
    {
        for (var left = Tries; left > 0; left--)
        {
            using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = JsonContent.Create(body()), Headers = { { "Authorization", $"Bearer {who.Token}" } } };
            if (versioned) request.Headers.TryAddWithoutValidation("If-Match", $"\"{_version}\"");
            var (status, _, _) = await Ask(deed, request);
            if (status != 412) return;
            await Read(_at);
        }
    }

    private async Task<string> Get(string deed, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept", "text/html" } } };
        if (deed == "") request.Headers.Add("Authorization", $"Bearer {who.Token}");
        else request.Headers.Add("Cookie", $"fc_session={who.Browser}");
        var (_, text, to) = await Ask(deed, request);
        return to ?? text;
    }

    private async Task<(int Status, string Text, string? To)> Ask(string deed, HttpRequestMessage request)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var (took, status) = (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, (int)answer.StatusCode);
        told(new(deed, took, status, status < 400 ? null : $"{request.Method} {request.RequestUri} answered {status}: {text[..Math.Min(300, text.Length)]}"));
        return (status, text, answer.Headers.Location?.ToString());
    }

    [GeneratedRegex("class=\"fc-title\" href=\"/t/([A-Z]+-[0-9]+)\"")]
    private static partial Regex Titles();

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}

/// <summary>What the agents of one desk share: tickets that nobody else takes, so that each merge, split and care has one of its own.</summary>
internal sealed class Crew(Place place)
{
    private int _fresh, _message;

    public string Rare => place.Texts.Rare;

    public string Tomorrow { get; } = (SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>One that is open, and that is not among the first of a queue.</summary>
    public long Fresh() => ((place.Size / Seed.OpenEach) - Interlocked.Increment(ref _fresh)) * (long)Seed.OpenEach;

    /// <summary>A public message that has not been made a ticket of; null when there is none left.</summary>
    public (long Ticket, int No)? Message() => Interlocked.Increment(ref _message) is var i && i * Seed.TalkEach * 2L < place.Size ? (i * (long)Seed.TalkEach, 2) : null;
}
