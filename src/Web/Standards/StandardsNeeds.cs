using Microsoft.Extensions.Localization;

namespace FirstContact.Standards;

/// <summary>Who says what he thinks of the standards is answered: it stands among what needs those who keep them until then.</summary>
internal static class StandardsNeeds
{
    public static async Task<IReadOnlyList<OtherNeed>> Of(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
    [
        .. from comment in (await desk.Ask(new ListUnansweredComments(), caller)).Value ?? []
           select new OtherNeed(words["Published standards"], words["the oldest first"], $"/standards#said-{comment.Key}", comment.Words.Length > 120 ? $"{comment.Words[..119]}…" : comment.Words, comment.Group, "target",
               comment.Kept == Kept.No ? words["Somebody says that we do not keep what we promise, and waits for an answer."] : words["Somebody said what he thinks of our standards, and waits for an answer."]),
    ];
}
