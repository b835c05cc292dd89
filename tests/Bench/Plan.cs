using System.Globalization;

namespace FirstContact.Bench;

/// <summary>What is measured, at which sizes, how often and for how long.</summary>
internal sealed record Plan(IReadOnlyList<string> Figures, IReadOnlyList<int> Sizes, int Rounds, TimeSpan Each, bool IsWhole)
{
    private const int Many = 1_000_000, Morning = 100_000;
    private static readonly string[] Beside = ["wire", "memory"], Proofs = ["live", "agents", "teamwork"], Looks = ["plans"];

    /// <summary>Whether the raw engine and the loads are asked for; live pages and a morning's work need neither.</summary>
    public bool HasLoads => Figures.Any(f => !Proofs.Contains(f) && !Looks.Contains(f));

    /// <summary>Open pages cost the same on both engines.</summary>
    public IReadOnlyList<string> Engines => Figures is ["live"] ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    /// <summary>Whether tickets go from team to team, with ten events and more each.</summary>
    public bool IsLively => Figures.Contains("teamwork");

    public IEnumerable<string> Loads => Load.Names.Where(n => Figures.Contains(n) || Figures.Contains("memory"));

    /// <summary>Null when the words mean nothing.</summary>
    public static Plan? Of(string[] words) => words switch
    {
        [] => new([.. Load.Names, .. Beside, "live", "agents"], [Texts.RealOnes, Many], 7, TimeSpan.FromSeconds(2), IsWhole: true),
        ["quick"] => new([.. Load.Names, .. Beside], [Texts.RealOnes], 2, TimeSpan.FromSeconds(1), IsWhole: false),
        [var one, .. var size] when Load.Names.Contains(one) || Beside.Contains(one) || Proofs.Contains(one) || Looks.Contains(one) =>
            new([one], [.. size.Length == 0 ? [one is "agents" or "plans" or "teamwork" ? Morning : Texts.RealOnes] : size.Select(s => int.Parse(s, CultureInfo.InvariantCulture))], 5, TimeSpan.FromSeconds(2), IsWhole: false),
        _ => null,
    };
}
