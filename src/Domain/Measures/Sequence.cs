namespace FirstContact.Measures;

/// <summary>What can be read from the teams that a ticket was with, one after the other.</summary>
public static class Sequence
{
    /// <summary>Several times the same in a row is once.</summary>
    public static IReadOnlyList<TeamId> Collapsed(IEnumerable<TeamId> teams)
    {
        var path = new List<TeamId>();
        foreach (var team in teams)
            if (path.Count == 0 || path[^1] != team) path.Add(team);
        return path;
    }

    /// <summary>Each A-B-A in a collapsed sequence, where it comes back: A, B. A-B-A-B are two.</summary>
    public static IEnumerable<(int At, TeamId Home, TeamId Away)> Bounces(IReadOnlyList<TeamId> path)
    {
        for (var i = 2; i < path.Count; i++)
            if (path[i] == path[i - 2]) yield return (i, path[i], path[i - 1]);
    }

    /// <summary>How often it came to a team that had had it before, by whichever way round.</summary>
    public static int Returns(IReadOnlyList<TeamId> path)
    {
        var (seen, returns) = (new HashSet<TeamId>(), 0);
        foreach (var team in path)
            if (!seen.Add(team)) returns++;
        return returns;
    }
}
