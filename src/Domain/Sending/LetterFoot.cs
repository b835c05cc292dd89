using System.Net;

namespace FirstContact.Sending;

/// <summary>What stands below each letter: why this person gets it, and where he chooses.</summary>
/// <param name="Where">The page on which one chooses what one is told.</param>
/// <param name="Answer">Whom an answer reaches, where that is not plain.</param>
public sealed record LetterFoot(Because Why, string Where, string? Answer = null)
{
    /// <summary>As text, behind the sign that what follows belongs to no answer (RFC 3676 4.3).</summary>
    public string Text => $"\n-- \n{Reason}\n{Choose}: {Where}\n";

    public string Html => $"\n<p style=\"color:#6b7280;font-size:13px\">{WebUtility.HtmlEncode(Reason)} <a href=\"{WebUtility.HtmlEncode(Where)}\" style=\"color:#6b7280\">{Choose}</a></p>";

    private const string Choose = "Choose what you are told";

    private string Reason => $"You get this because {Words(Why)}.{(Answer is null ? "" : $" {Answer}")}";

    /// <summary>To follow 'because'.</summary>
    public static string Words(Because why) => why switch
    {
        Because.IsCustomer => "it is your request", Because.Watches => "you watch it", Because.HasIt => "you have it", Because.WasGivenIt => "it was given to you",
        Because.CalledByName => "you are called by name", Because.AskedIn => "you were asked in", Because.WantedWaking => "you had put it aside", Because.StandsOnLadder => "an agreement says that you are told", Because.SpeaksForSide => "you speak for one side of it", _ => "you have news gathered for you",
    };
}
