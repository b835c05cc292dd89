using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>How Harrow &amp; Lind keep their tickets tidy: what belongs together is linked.</summary>
internal static class TidyStories
{
    public static void Tell(Script script)
    {
        new Story(script, 4812).Ago(53).By("maya").Links(Relation.Related, 4402)
            .Ago(44).By("ines").Links(Relation.Child, 4814);
        new Story(script, 4806).Ago(80).By("owen").Links(Relation.Related, 4808);
    }
}
