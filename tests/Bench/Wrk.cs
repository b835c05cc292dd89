using System.Diagnostics;
using System.Globalization;

namespace FirstContact.Bench;

/// <summary>The load over HTTP, by wrk: it leaves more of a small machine to what is measured than a client of our own would.</summary>
internal static class Wrk
{
    public static async Task<Speed> Run(Served served, Load load, Place place, TimeSpan time)
    {
        var lines = Path.GetTempFileName();
        await File.WriteAllLinesAsync(lines, load.Lines);
        string[] who = load.Writes ? ["-H", $"Authorization: Bearer {place.Token}", "-H", "Content-Type: application/json"] : ["-H", $"Cookie: {await served.Cookies(place)}", "-H", "Accept: text/html"];
        var start = new ProcessStartInfo("wrk",
        [
            "-t1", $"-c{load.Clients}", $"-d{Math.Max(1, (int)time.TotalSeconds)}s", .. who, "-s", Path.Combine(AppContext.BaseDirectory, "load.lua"),
            served.Address + (load.Writes ? load.Path : "/"), "--", load.Method, lines,
        ]) { RedirectStandardOutput = true };
        var cpu = served.Cpu;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(lines);

        var result = said.Split('\n').LastOrDefault(l => l.StartsWith("result ", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"wrk said: {said}");
        var figures = result.Split(' ')[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToList();
        if (figures is not [var requests, var micros, 0, var p50, var p95]) throw new InvalidOperationException($"Not every answer was a good one: {said}");
        return new(requests / (micros / 1e6), p50 / 1000, p95 / 1000, (served.Cpu - cpu).TotalMicroseconds / requests);
    }
}
