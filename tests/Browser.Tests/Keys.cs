using System.Diagnostics.CodeAnalysis;

namespace FirstContact;

/// <summary>Somebody's keyboard, and nothing but it: counts what is pressed, and what comes over the wire meanwhile.</summary>
public sealed class Keys
{
    private readonly Visitor _visitor;
    private readonly ICDPSession _wire;
    private double _bytes;

    private Keys(Visitor visitor, ICDPSession wire) => (_visitor, _wire) = (visitor, wire);

    /// <summary>Keys that do something; a chord is one.</summary>
    public int Pressed { get; private set; }

    /// <summary>Keys that write words.</summary>
    public int Letters { get; private set; }

    /// <summary>As the network brought them, compressed and with headers; a line that stays open is not among them.</summary>
    public double Bytes => Volatile.Read(ref _bytes);

    public static async Task<Keys> Of(Visitor visitor)
    {
        var keys = new Keys(visitor, await visitor.Page.Context.NewCDPSessionAsync(visitor.Page));
        keys._wire.Event("Network.loadingFinished").OnEvent += (_, told) => keys._bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await keys._wire.SendAsync("Network.enable");
        return keys;
    }

    public async Task Press(params string[] keys)
    {
        Pressed += keys.Length;
        foreach (var key in keys) await _visitor.Page.Keyboard.PressAsync(key);
    }

    public async Task Type(string words)
    {
        Letters += words.Length;
        await _visitor.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Presses keys until the page answers: a person looks first, a test is too quick for a page that is not ready. They count once.</summary>
    public async Task Until(string holds, params string[] keys)
    {
        Pressed += keys.Length;
        for (var left = 15; ; left--)
        {
            foreach (var key in keys) await _visitor.Page.Keyboard.PressAsync(key);
            for (var looked = 0; looked < 20; looked++)
            {
                if (await Holds(holds)) return;
                await Task.Delay(50);
            }
            Assert.True(left > 0, $"{string.Join(' ', keys)} did not lead to {holds} at {_visitor.Page.Url}");
        }
    }

    /// <summary>To a page, whose address is matched.</summary>
    public Task To([StringSyntax(StringSyntaxAttribute.Regex)] string address, params string[] keys) =>
        Until($"/{address.Replace("/", "\\/", StringComparison.Ordinal)}/.test(location.pathname + location.search + location.hash) && !document.documentElement.hasAttribute('aria-busy')", keys);

    /// <summary>By Tab to what is named so, at most so many steps away.</summary>
    public async Task Reach(string selector, int steps = 12)
    {
        for (var step = 0; step < steps; step++)
        {
            if (await Holds($"document.activeElement.matches({Quoted(selector)})")) return;
            await Press("Tab");
        }
        Assert.True(await Holds($"document.activeElement.matches({Quoted(selector)})"), $"Tab did not come to {selector} within {steps} steps at {_visitor.Page.Url}");
    }

    /// <summary>Leaves the box that one writes in, if one is in any.</summary>
    public async Task Leave()
    {
        if (await Holds("document.activeElement.matches('textarea, input:not([type=checkbox], [type=radio]), select')")) await Press("Escape");
    }

    private async Task<bool> Holds(string what)
    {
        try { return await _visitor.Page.EvaluateAsync<bool>(what); }
        // The page went while it was asked.
        catch (PlaywrightException e) when (e.Message.Contains("context", StringComparison.Ordinal)) { return false; }
    }

    private static string Quoted(string selector) => System.Text.Json.JsonSerializer.Serialize(selector);
}
