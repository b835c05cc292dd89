using FirstContact.Policies;

namespace FirstContact.Tools;

/// <summary>The door of the slice. The inventory is small and read all the time: it is kept in memory whole.</summary>
public static class ToolModule
{
    private static readonly PolicyDocument<LaunchSchemes> Schemes = new(FirstContact.Tools.LaunchSchemes.Usual,
        schemes => DeskJson.Write(schemes.Schemes), (version, body) => new() { Version = version, Schemes = DeskJson.Read<Seq<string>>(body) });

    extension(Work work)
    {
        public ToolStore Tools => new(work);

        public ToolOverlapStore ToolOverlaps => new(work);

        public PolicyStore<LaunchSchemes> LaunchSchemes => new(work, Schemes);
    }

    extension(Reader read)
    {
        /// <summary>All tools, the retired ones too, by name, with names as they are today.</summary>
        internal ValueTask<IReadOnlyList<Tool>> Tools() => read.Kept(Tool.Subject, ToolStore.All);

        internal ValueTask<IReadOnlyList<ToolOverlap>> ToolOverlaps() => read.Kept(ToolOverlap.Subject, ToolOverlapStore.All);

        internal ValueTask<LaunchSchemes> LaunchSchemes() => Schemes.Kept(read);
    }

    extension(IReadOnlyList<Tool> tools)
    {
        /// <summary>The tool in use that goes by this name or id.</summary>
        internal Tool? Known(string? nameOrId) => tools.FirstOrDefault(t => t.Active && (string.Equals(t.Name, nameOrId?.Trim(), StringComparison.OrdinalIgnoreCase) || People.FindPerson.Number(nameOrId) == t.Key));
    }
}
