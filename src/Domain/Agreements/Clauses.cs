using System.Globalization;

namespace FirstContact.Agreements;

/// <summary>The clauses of an agreement, each by a key that stays the same from draft to draft: what positions, comments and the redline are about.</summary>
public static class Clauses
{
    public const string Scope = "scope", Pausing = "pausing", Ladder = "ladder", ProviderDuties = "provider-duties", ReceiverDuties = "receiver-duties", Procedures = "procedures", OnMiss = "on-miss", Review = "review";

    private const string TargetPrefix = "target-";

    public static string Target(int no) => TargetPrefix + no.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which target a key means; null when it is none.</summary>
    public static int? TargetNo(string key) =>
        key.StartsWith(TargetPrefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(TargetPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : null;

    /// <summary>In the order in which they are read.</summary>
    public static IReadOnlyList<string> In(Terms terms) =>
        [Scope, .. terms.Targets.Select(t => Target(t.No)), Pausing, Ladder, ProviderDuties, ReceiverDuties, Procedures, OnMiss, Review];

    public static bool IsIn(Terms terms, string key) => In(terms).Contains(key);

    /// <summary>These terms with one clause as the others have it: changed, added, or taken away.</summary>
    public static Terms Take(this Terms terms, string key, Terms from) => key switch
    {
        Scope => terms with { Scope = from.Scope },
        Pausing => terms with { Pausing = from.Pausing },
        Ladder => terms with { Ladder = from.Ladder },
        ProviderDuties => terms with { ProviderDuties = from.ProviderDuties },
        ReceiverDuties => terms with { ReceiverDuties = from.ReceiverDuties },
        Procedures => terms with { Procedures = from.Procedures },
        OnMiss => terms with { OnMiss = from.OnMiss },
        Review => terms with { ReviewMonths = from.ReviewMonths },
        _ when TargetNo(key) is { } no => terms with { Targets = [.. terms.Targets.Where(t => t.No != no).Concat(from.Targets.Where(t => t.No == no)).OrderBy(t => t.No)] },
        _ => terms,
    };

    /// <summary>What is different between two versions, clause by clause, in the order of the newer one; what only the older has stands where it stood.</summary>
    public static IReadOnlyList<ClauseChange> Redline(Terms before, Terms after)
    {
        var keys = In(after).Concat(In(before)).Distinct().OrderBy(Place).ToList();
        return [.. keys.Select(key => new ClauseChange(key, !IsIn(before, key) ? Change.Added : !IsIn(after, key) ? Change.Removed : before.Take(key, after) == before ? Change.Kept : Change.Changed))];
    }

    private static int Place(string key) => key switch
    {
        Scope => 0, Pausing => 1001, Ladder => 1002, ProviderDuties => 1003, ReceiverDuties => 1004, Procedures => 1005, OnMiss => 1006, Review => 1007,
        _ => TargetNo(key) ?? 1000,
    };
}

public enum Change { Kept, Changed, Added, Removed }

public sealed record ClauseChange(string Clause, Change Change);
