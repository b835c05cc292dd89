using System.Text.RegularExpressions;

namespace FirstContact;

public sealed partial class RoomTests
{
    private static readonly string[] KnownToAll = ["Kernel", "Data", "Journal", "Kit"];

    [Fact]
    public void DomainIsPure()
    {
        Assert.Equal(["NodaTime"], House.Domain.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)));
        House.Holds("Rules know no clock, no chance and no input or output",
            from file in House.Files("src/Domain", ".cs")
            from word in new[] { "SystemClock", "IClock", "DateTime.", "Stopwatch", "Random", "Guid.NewGuid", "async ", "Task<", "File.", "Console.", "Environment." }
            where House.Text(file).Contains(word, StringComparison.Ordinal)
            select $"{file}: {word}");
    }

    [Fact]
    public void The_desk_knows_no_web() => House.Holds("Commands must not know HTTP",
        from file in House.Files("src/Desk", ".cs") where Regex.IsMatch(House.Text(file), @"Microsoft\.AspNetCore\.(Http|Mvc|Components|Routing)\b|HttpContext") select file);

    [Fact]
    public void SlicesHaveTheSameRooms() => House.Holds("A slice has the same rooms as the others",
        from slice in House.Rooms("Domain").Except(KnownToAll)
        let one = slice.EndsWith("ies", StringComparison.Ordinal) ? slice[..^3] + "y" : slice.EndsWith("xes", StringComparison.Ordinal) ? slice[..^2] : slice == "People" ? slice : slice.TrimEnd('s')
        from room in new[] { $"src/Domain/{slice}/README.md", $"src/Domain/{slice}/{one}Events.cs", $"src/Domain/{slice}/{one}Errors.cs", $"src/Desk/{slice}/{one}Module.cs", $"src/Desk/{slice}/{one}Permissions.cs", $"src/Desk/{slice}/{one}EventWords.cs", $"src/Web/{slice}", $"tests/Domain.Tests/{slice}", $"tests/Desk.Tests/{slice}" }
        where !House.Exists(room)
        select room);

    [Fact]
    public void A_slice_says_in_forty_lines_what_it_is_for() => House.Holds("Shorten it", House.Files("src", "README.md").Where(f => House.Lines(f).Count() > 40));

    [Fact]
    public void A_namespace_is_its_room() => House.Holds("One namespace a slice, across all projects",
        from file in House.Files("src", ".cs", ".razor")
        where file.Split('/').Length > 3
        from Match named in Namespace().Matches(House.Text(file))
        where named.Groups[1].Value.Split('.') is var parts && (parts[0] != "FirstContact" || parts.Length < 2 || parts[1] != file.Split('/')[2])
        select $"{file}: {named.Groups[1].Value}");

    [Fact]
    public void MapIsTrue()
    {
        var broken = new List<string>();
        foreach (var project in new[] { "Domain", "Desk", "Web" })
        {
            var section = House.Text("MAP.md").Split($"## {project}\n")[1].Split("\n## ")[0];
            var map = MapLine().Matches(section).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).ToHashSet());
            broken.AddRange(House.Rooms(project).Except(KnownToAll).Except(map.Keys).Select(r => $"src/{project}/{r} is not on the map"));
            broken.AddRange(map.Keys.Except(House.Rooms(project)).Select(r => $"src/{project}/{r} is on the map and not in the house"));
            var edges = (from file in House.Files($"src/{project}", ".cs", ".razor")
                         let parts = file.Split('/')
                         where parts.Length > 3 && map.ContainsKey(parts[2])
                         from Match use in Use().Matches(House.Text(file))
                         let other = use.Groups[1].Value
                         where other != parts[2] && !KnownToAll.Contains(other) && !(project == "Web" && other == "People") && House.Rooms("Domain").Union(House.Rooms("Desk")).Union(House.Rooms("Web")).Contains(other)
                         select (Room: parts[2], Other: other)).Distinct().ToList();
            broken.AddRange(edges.Where(e => !map[e.Room].Contains(e.Other)).Select(e => $"{project}: {e.Room} knows {e.Other}"));
            broken.AddRange(map.SelectMany(m => m.Value, (m, other) => (Room: m.Key, Other: other)).Except(edges).Select(e => $"{project}: {e.Room} need not know {e.Other} any more"));
        }
        House.Holds("MAP.md is not true", broken);
    }

    [GeneratedRegex(@"^(?:@?namespace) ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^- (\w+) ->[ ]?(.*)$", RegexOptions.Multiline)]
    private static partial Regex MapLine();

    [GeneratedRegex(@"\busing (?:static )?FirstContact\.(\w+)|(?<![\w.""/])(People|Policies|Services|Tickets)\.[A-Z]\w+")]
    private static partial Regex Use();
}
