using System.Data.Common;

namespace FirstContact.Policies;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class PolicyModule
{
    extension(Work work)
    {
        public RequestClassStore Classes => new(work);

        public PolicyStore<PriorityMatrix> PriorityMatrix => new(work, PolicyDocuments.Matrix);

        public PolicyStore<CarePolicy> CarePolicy => new(work, PolicyDocuments.Care);

        public PolicyStore<DeskRules> DeskRules => new(work, PolicyDocuments.Rules);

        public PolicyStore<TeamBridges> TeamBridges => new(work, PolicyDocuments.Bridges);

        public PolicyStore<CallRules> CallRules => new(work, PolicyDocuments.Calls);
    }

    extension(Reader read)
    {
        /// <summary>All classes, the retired ones too, by name. Kept in memory, as the documents are.</summary>
        public ValueTask<IReadOnlyList<ClassRow>> Classes() => read.Kept(RequestClass.Subject, ClassRow.All);

        public ValueTask<PriorityMatrix> PriorityMatrix() => PolicyDocuments.Matrix.Kept(read);

        public ValueTask<CarePolicy> CarePolicy() => PolicyDocuments.Care.Kept(read);

        public ValueTask<DeskRules> DeskRules() => PolicyDocuments.Rules.Kept(read);

        public ValueTask<TeamBridges> TeamBridges() => PolicyDocuments.Bridges.Kept(read);

        /// <summary>What holds for calls that nobody took.</summary>
        public ValueTask<CallRules> CallRules() => PolicyDocuments.Calls.Kept(read);
    }
}

public sealed record ClassRow(ClassId Id, int Version, ClassDetails Details, bool Active)
{
    internal const string Select = "select id, version, name, purpose, approval, longest_minutes, baseline_after_days, at_once, charged, active from request_class";

    public string Name => Details.Name;

    internal static ClassRow From(DbDataReader r) => new(
        new(r.GetInt64(0)), r.GetInt32(1),
        new(r.GetString(2), r.GetString(3), r.Word<Approval>(4), (int?)r.NumberOrNull(5), (int?)r.NumberOrNull(6), r.Flag(7), r.Flag(8)),
        r.Flag(9));

    internal static async Task<IReadOnlyList<ClassRow>> All(Reader read) => await read.List($"{Select} order by name", From);
}
