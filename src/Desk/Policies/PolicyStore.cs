using System.Diagnostics;

namespace FirstContact.Policies;

/// <summary>The only SQL that writes the documents of policy. Their rows are there from the start, so each is only ever changed.</summary>
public sealed class PolicyStore<T>(Work work, PolicyDocument<T> document) : Store<T>(work) where T : class, IAggregate<T>
{
    protected override string Table => "policy";
    protected override Error NotFound => throw new UnreachableException($"The schema brings the row of the {T.Subject}.");

    public Task<Result<T>> Change(Func<T, Decision> verb) => Change(document.Usual.Key, verb);

    protected override T Blank(long id) => document.Usual;

    protected override async Task<T?> Find(long id) => await document.Load(Work.Read);

    protected override (string, object?)[] Row(T state) => [("name", T.Subject), ("body", document.Write(state))];
}

/// <summary>How one document is kept: an empty body means that all is still as usual.</summary>
public sealed record PolicyDocument<T>(T Usual, Func<T, string> Write, Func<int, string, T> Read) where T : class, IAggregate<T>
{
    public async Task<T> Load(Reader read) => await read.One("select version, body from policy where id = @id",
        r => r.GetString(1) is { Length: > 0 } body ? Read(r.GetInt32(0), body) : Usual, ("@id", Usual.Key)) ?? Usual;

    public ValueTask<T> Kept(Reader read) => read.Kept(T.Subject, Load);
}

internal static class PolicyDocuments
{
    public static readonly PolicyDocument<PriorityMatrix> Matrix = new(PriorityMatrix.Usual,
        matrix => DeskJson.Write(matrix.Ranks), (version, body) => new() { Version = version, Ranks = DeskJson.Read<Seq<int>>(body) });

    public static readonly PolicyDocument<CarePolicy> Care = new(CarePolicy.Usual,
        care => DeskJson.Write(care.Rules), (version, body) => new() { Version = version, Rules = DeskJson.Read<Seq<CareRule>>(body) });

    public static readonly PolicyDocument<TeamBridges> Bridges = new(TeamBridges.Usual,
        bridges => DeskJson.Write(bridges.Bridges), (version, body) => new() { Version = version, Bridges = DeskJson.Read<Seq<TeamBridge>>(body) });

    public static readonly PolicyDocument<CallRules> Calls = new(CallRules.Usual,
        rules => DeskJson.Write(rules.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<CallRuleValues>(body) });

    public static readonly PolicyDocument<DeskRules> Rules = new(DeskRules.Usual,
        rules => DeskJson.Write(rules.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<DeskRuleValues>(body) });
}
