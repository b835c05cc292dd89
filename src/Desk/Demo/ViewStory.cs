using FirstContact.Lists;

namespace FirstContact.Demo;

/// <summary>Three lists that the company works by: two of everybody's, one of Maya's own.</summary>
internal static class ViewStory
{
    private static readonly SaveView Labels = new(null, "Label printing", Sharing.Everybody, null, [new("status", "open"), new("service", "Label printing")], [], null);

    private static readonly SaveView Northgate = new(
        null, "Northgate", Sharing.Everybody, null, [new("status", "open"), new("field.area", "Northgate")], ["priority", "number", "title", "field.area", "state", "owner", "clock", "word"], null);

    private static readonly SaveView ByOwner = new(
        null, "First Contact by owner", Sharing.Nobody, null, [new("team", "First Contact")], ["priority", "number", "title", "customer", "state", "clock", "word"], "owner");

    public static void Tell(Script script) => script.Add(script.Now - Duration.FromHours(4), async stage =>
    {
        await stage.Do("ruth", "page", Labels);
        await stage.Do("ruth", "page", Northgate);
        await stage.Do("maya", "page", ByOwner);
    });
}
