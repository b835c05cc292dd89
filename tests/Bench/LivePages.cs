using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace FirstContact.Bench;

/// <summary>Pages that stay open: what each of them costs the program, and how soon each that shows a ticket is told of a reply on it.</summary>
internal static class LivePages
{
    private const int Open = 500, Warming = 20, Replies = 11, Asked = 400;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(20);

    public static async Task Measure(string program, Place place, Report report)
    {
        var agents = await Crowd.SignIn(place, place.Connection);
        var tickets = Enumerable.Range(1, Open).Select(i => i * Seed.OpenEach).ToList();
        // A page watches its ticket, a list all of them.
        await Measure("live page", i => string.Create(CultureInfo.InvariantCulture, $"ticket/{tickets[i]}"), 1);
        await Measure("live list", _ => "ticket", Open);

        async Task Measure(string figure, Func<int, string> topics, int told)
        {
            await using var served = await Served.Start(program, place);
            await Served.Learned(place);
            using var http = new HttpClient { BaseAddress = new Uri(served.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", place.Token) } };
            await using (var few = await OpenPages.Open(served.Address, agents, topics, Warming))
                for (var i = 0; i < 3; i++) await Reply(http, tickets[0], few, told == 1 ? 1 : Warming);
            await Collect(served, place);
            var (without, idle) = (await served.Resting(), await Idle(served));

            await using var open = await OpenPages.Open(served.Address, agents, topics, Open);
            await Collect(served, place);
            var (with, busy) = (await served.Resting(), await Idle(served));
            report.Add(place, figure, (with - without) * 1_048.576 / Open);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place}: {without:F1} MB without, {with:F1} MB with {Open}; {idle:P1} of a processor while nothing happens without, {busy:P1} with them"));

            var took = new List<double>();
            for (var i = 0; i < Replies; i++) took.Add(await Reply(http, tickets[i], open, told));
            report.Add(place, $"{figure} told", took);
        }
    }

    /// <summary>From before the reply is sent until the last of the pages that it concerns has been told, in seconds.</summary>
    private static async Task<double> Reply(HttpClient http, int ticket, OpenPages pages, int told)
    {
        // A page is not told twice within less than half a second.
        await Task.Delay(Between);
        var all = pages.Next(told);
        var clock = Stopwatch.StartNew();
        using var answer = await http.PostAsJsonAsync(new Uri($"/api/v1/tickets/{ticket.ToString(CultureInfo.InvariantCulture)}/messages", UriKind.Relative), new { visibility = "public", body = "It is on its way." });
        answer.EnsureSuccessStatusCode();
        return await all.WaitAsync(Patience) - (Stopwatch.GetTimestamp() - clock.ElapsedTicks) / (double)Stopwatch.Frequency;
    }

    /// <summary>What starting, or opening many pages, has left behind is gone after some hundred ordinary pages.</summary>
    private static async Task Collect(Served served, Place place)
    {
        var queue = Load.Of("queue", place).Lines;
        for (var i = 0; i < Asked; i++) await Wire.Count(new Uri(new Uri(served.Address), queue[i % queue.Count]), place.Browser);
    }

    /// <summary>The share of one processor that it uses while nothing happens.</summary>
    private static async Task<double> Idle(Served served)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), served.Cpu);
        await Task.Delay(TimeSpan.FromSeconds(10));
        return (served.Cpu - cpu) / clock.Elapsed;
    }
}
