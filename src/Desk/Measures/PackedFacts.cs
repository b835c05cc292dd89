using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>
/// All that counting asks of a ticket, in one value: a page that counts a hundred thousand tickets reads one column of each, and not thirty
/// columns of five tables. Numbers are written seven bits a byte, the least first. What may be missing is one more than it is, or nought.
/// </summary>
internal static class PackedFacts
{
    private static readonly int Waits = Measures.Waits.Kinds.Count;

    public static byte[] Of(KeptFacts kept)
    {
        var f = kept.Facts;
        using var bytes = new MemoryStream(96);
        Put(Columns.Micros(f.OpenedAt));
        PutSome(Micros(f.Took));
        Put((int)f.Ending);
        Put((int)f.Impact);
        Put(f.Overridden?.Rank ?? 0);
        Put(f.Handovers);
        Put(Math.Min(f.Reopened, 1) + 2 * Math.Min(f.TakenUpAgain, 1) + (Sequence.Returns(f.Path) > 0 ? 4 : 0));
        PutSome(f.Service?.Value);
        PutSome(kept.Unit?.Value);
        foreach (var kind in Measures.Waits.Kinds) Put(Micros(f.Waited[kind])!.Value);
        var teams = f.Teams.ToList();
        Put(teams.Count);
        foreach (var team in teams) Put(team.Value);
        Put(f.Passings.Count);
        foreach (var p in f.Passings)
        {
            Put(p.From.Value);
            Put(p.To.Value);
            Put((int)p.End);
            Put(Micros(p.Waited) ?? 0);
            Put(p.Complete is { } complete ? complete ? 1 : 2 : 0);
            Put(p.Lacked.Aggregate(0L, (bits, item) => bits | 1L << (int)item));
        }
        foreach (var path in new[] { f.Path, f.WorkedPath })
        {
            var bounces = Sequence.Bounces(path).ToList();
            Put(bounces.Count);
            foreach (var (_, home, away) in bounces)
            {
                Put(home.Value);
                Put(away.Value);
            }
        }
        Put(f.Faults.Count);
        foreach (var fault in f.Faults)
        {
            Put((int)fault.Kind);
            Put(fault.Team.Value);
            Put(Columns.Micros(fault.At));
            Put(fault.MendedAt is null ? 0 : 1);
        }
        Put(f.Helps.Count);
        foreach (var help in f.Helps)
        {
            PutSome(help.By?.Value);
            Put(help.For.Value);
        }
        return bytes.ToArray();

        void PutSome(long? number) => Put(number + 1 ?? 0);

        void Put(long number)
        {
            // Times before 1970 are none that a desk has.
            for (var rest = (ulong)Math.Max(number, 0); ; rest >>= 7)
            {
                bytes.WriteByte((byte)(rest < 0x80 ? rest : rest | 0x80));
                if (rest < 0x80) return;
            }
        }
    }

    public static void Read(ReadOnlySpan<byte> bytes, TeamworkCount into)
    {
        var at = 0;
        var opened = Next(bytes, ref at);
        var took = Next(bytes, ref at) - 1;
        var (ending, impact, overridden, handovers, marks) = ((Ending)Next(bytes, ref at), (Level)Next(bytes, ref at), (int)Next(bytes, ref at), (int)Next(bytes, ref at), Next(bytes, ref at));
        var (service, unit) = (Next(bytes, ref at) - 1, Next(bytes, ref at) - 1);
        Span<long> waits = stackalloc long[Waits];
        for (var i = 0; i < Waits; i++) waits[i] = Next(bytes, ref at);
        Span<long> teams = stackalloc long[(int)Math.Min(Next(bytes, ref at), 64)];
        for (var i = 0; i < teams.Length; i++) teams[i] = Next(bytes, ref at);

        var ticket = new MeasuredTicket(opened, took < 0 ? null : took, ending, impact, overridden, handovers, (marks & 1) != 0, (marks & 2) != 0, (marks & 4) != 0, service < 0 ? null : service, unit < 0 ? null : unit);
        for (var left = Next(bytes, ref at); left > 0; left--) into.Passed(Next(bytes, ref at), Next(bytes, ref at), (PassingEnd)Next(bytes, ref at), Next(bytes, ref at), Next(bytes, ref at), Next(bytes, ref at));
        var bounces = (Lay: 0, Worked: 0);
        for (var left = Next(bytes, ref at); left > 0; left--, bounces.Lay++) into.Bounced(Next(bytes, ref at), Next(bytes, ref at), worked: false);
        for (var left = Next(bytes, ref at); left > 0; left--, bounces.Worked++) into.Bounced(Next(bytes, ref at), Next(bytes, ref at), worked: true);
        for (var left = Next(bytes, ref at); left > 0; left--) into.WentWrong((FaultKind)Next(bytes, ref at), Next(bytes, ref at), Next(bytes, ref at), Next(bytes, ref at) == 1);
        for (var left = Next(bytes, ref at); left > 0; left--) into.Helped(Next(bytes, ref at) - 1, Next(bytes, ref at));
        into.Add(ticket, teams, waits, bounces.Lay, bounces.Worked);
    }

    private static long Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            number |= (ulong)(one & 0x7f) << shift;
            if (one < 0x80) return (long)number;
        }
    }

    private static long? Micros(Duration? duration) => duration is { } some ? some.BclCompatibleTicks / 10 : null;
}

/// <summary>One ticket as counting sees it; times and durations are microseconds.</summary>
internal readonly record struct MeasuredTicket(
    long OpenedAt, long? Took, Ending Ending, Level Impact, int Overridden, int Handovers, bool Reopened, bool TakenUpAgain, bool Returned, long? Service, long? Unit)
{
    public const double Hour = 3_600_000_000.0;

    public bool Resolved => Took is not null;
    public double Hours => Took.GetValueOrDefault() / Hour;
}
