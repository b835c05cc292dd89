using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FirstContact.Classifying;

namespace FirstContact.Bench;

/// <summary>The published program, in a process of its own, as people run it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(5), TooLate = TimeSpan.FromSeconds(60), Rest = TimeSpan.FromSeconds(5), Often = TimeSpan.FromMilliseconds(300), Learning = TimeSpan.FromMinutes(5);
    private readonly Process _process;

    private Served(Process process, string address, TimeSpan firstPage) => (_process, Address, FirstPage) = (process, address, firstPage);

    public string Address { get; }

    /// <summary>From the start of the process to the first page that somebody who is signed in has before him.</summary>
    public TimeSpan FirstPage { get; }

    public static async Task<Served> Start(string program, Place place)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program, ["serve"])
        {
            RedirectStandardOutput = true,
            Environment = { ["FIRSTCONTACT_DATABASE"] = place.Connection, ["FIRSTCONTACT_URLS"] = address },
        };
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { DefaultRequestHeaders = { { "Cookie", $"fc_session={place.Browser}" }, { "Accept", "text/html" } } };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.BeginOutputReadLine();
        while (!await IsThere(http, address))
        {
            if (process.HasExited || clock.Elapsed > TooLate) throw new InvalidOperationException($"{program} did not serve {place}.");
            await Task.Delay(Soon);
        }
        return new(process, address, clock.Elapsed);
    }

    /// <summary>What the agent's browser brings along with all but its first page: who it is, and the proof of forms.</summary>
    public async Task<string> Cookies(Place place)
    {
        var session = $"fc_session={place.Browser}";
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { DefaultRequestHeaders = { { "Cookie", session }, { "Accept", "text/html" } } };
        using var first = await http.GetAsync(new Uri(Address));
        return string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Prepend(session));
    }

    /// <summary>A desk learns once a day, for a minute, from the tickets that it has: a new one begins with it, and that must not fall into a measurement.</summary>
    public static async Task Learned(Place place)
    {
        await using var database = Database.From(place.Connection);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Learning; await Task.Delay(Often))
        {
            await using var read = await database.Read();
            if (!(await read.Suggesting()).IsDue(SystemClock.Instance.GetCurrentInstant())) return;
        }
        throw new InvalidOperationException($"{place}: the desk was still learning after {Learning.TotalMinutes} minutes");
    }

    /// <summary>After each page was asked for once and all is quiet, in megabytes.</summary>
    public async Task<double> AtRest(Place place)
    {
        foreach (var name in Load.Names)
        {
            var load = Load.Of(name, place);
            if (!load.Writes) await Wire.Count(new Uri(new Uri(Address), load.Lines[0]), place.Browser);
        }
        return await Resting();
    }

    /// <summary>As it is now, when nobody has asked anything for some seconds, in megabytes.</summary>
    public async Task<double> Resting()
    {
        await Task.Delay(Rest);
        return Memory("VmRSS");
    }

    /// <summary>The most that it ever held, in megabytes.</summary>
    public double AtMost => Memory("VmHWM");

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private double Memory(string what) => File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(what, StringComparison.Ordinal))
        .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;

    private static async Task<bool> IsThere(HttpClient http, string address)
    {
        try { return (await http.GetAsync(new Uri(address))).IsSuccessStatusCode; }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
