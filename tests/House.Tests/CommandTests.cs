using System.Reflection;
using System.Text.RegularExpressions;

namespace FirstContact;

public sealed partial class CommandTests
{
    private static readonly List<string> Tests = [.. House.Files("tests", ".cs").Where(f => !f.StartsWith("tests/House.Tests", StringComparison.Ordinal) && !f.EndsWith("WalkTests.cs", StringComparison.Ordinal)).Select(House.Text)];

    /// <summary>It takes half a gigabyte of memory.</summary>
    private const string TooCostlyToProvoke = "ImportErrors.TooLarge";

    /// <summary>
    /// What somebody typed and deleted again, and what he has read, is nobody's business: neither is part of the journal. What is done by a pass is recorded by the
    /// command that it does.
    /// </summary>
    private static readonly string[] NotRemembered = ["SaveDraft", "TakeOverDraft", "SeeNews", "ActByPass"];

    [Fact]
    public void EveryCommandIsGuarded()
    {
        var granted = DeskModule.RoleBook.All;
        House.Holds("A command or query needs a permission that some role has (or that only the desk itself has: health)",
            from type in House.Asked(typeof(ICommand<>)).Concat(House.Asked(typeof(IQuery<>)))
            let needs = (Permission)type.GetProperty("Needs")!.GetValue(Samples.Of(type))!
            where needs.Name is null || !(granted.Contains(needs.Name) || needs == Permission.SignedIn || needs.Name == "health.see")
            select $"{type.Name} needs {needs.Name}");
    }

    [Fact]
    public void A_test_names_every_command_and_query() => House.Holds("No test does or asks it",
        from type in House.Asked(typeof(ICommand<>)).Concat(House.Asked(typeof(IQuery<>)))
        where !Tests.Any(t => t.Contains($"new {type.Name}", StringComparison.Ordinal) || Regex.IsMatch(t, $@"\b{type.Name}\b[^(]*\[?\s*new\(") || t.Contains($"Task<{type.Name}>", StringComparison.Ordinal))
        select type.Name);

    [Fact]
    public void A_command_records_an_event() => House.Holds("No event, no change: a command lets a verb decide and a store keep it",
        from type in House.Asked(typeof(ICommand<>))
        let file = House.Files("src/Desk", $"/{type.Name}.cs").SingleOrDefault()
        where !NotRemembered.Contains(type.Name) && (file is null || !Keeps().IsMatch(House.Text(file)))
        select file ?? $"{type.Name} has no file of its own");

    [Fact]
    public void EveryErrorIsProvoked()
    {
        var errors = House.All.SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Error))).ToList();
        Assert.True(errors.Count > 100);
        House.Holds("No test provokes it, by its name or its code",
            from error in errors
            let name = $"{error.DeclaringType!.Name}.{error.Name}"
            let code = ((Error)error.GetValue(null)!).Code
            where name != TooCostlyToProvoke && !Tests.Any(t => t.Contains($"\"{code}\"", StringComparison.Ordinal) || Regex.IsMatch(t, $@"\b{Regex.Escape(name)}\b"))
            select name);
    }

    [Fact]
    public void Errors_are_told_apart_by_their_codes()
    {
        var errors = House.All.SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.FieldType == typeof(Error)).Select(f => (f.Name, Error: (Error)f.GetValue(null)!)).ToList();
        House.Holds("A code means one thing", errors.GroupBy(e => e.Error.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        House.Holds("A code is lower case with dashes, and a message is a sentence", errors.Where(e => !Code().IsMatch(e.Error.Code) || !e.Error.Message.EndsWith('.') && !e.Error.Message.EndsWith('?')).Select(e => e.Error.Code));
    }

    [GeneratedRegex(@"\b(Change|ChangeAsCustomer|Create|CreateMany|Start|EndSessions|End|EndAll|SetPassword\.Set)\(")]
    private static partial Regex Keeps();

    [GeneratedRegex(@"^[a-z]+([.-][a-z]+)*$")]
    private static partial Regex Code();
}
