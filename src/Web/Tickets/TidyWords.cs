using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The words of the screen for what stands beside a ticket.</summary>
public static class TidyWords
{
    /// <summary>What the other ticket is to this one, as the label of its link.</summary>
    public static string Of(this IStringLocalizer words, Relation relation) => relation switch
    {
        Relation.Parent => words["Stands below"],
        Relation.Child => words["Stands above"],
        Relation.DuplicateOf => words["Is a duplicate of"],
        Relation.DuplicatedBy => words["Has as its duplicate"],
        Relation.CausedBy => words["Was caused by"],
        Relation.Causes => words["Has caused"],
        Relation.SplitFrom => words["Was a message on"],
        Relation.SplitInto => words["A message became"],
        _ => words["Has to do with"],
    };
}
