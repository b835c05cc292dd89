using Microsoft.Extensions.Localization;

namespace FirstContact.Measures;

/// <summary>What goes wrong on this ticket and can still be mended, above its talk.</summary>
public static class MendPart
{
    public static Html Of(IReadOnlyList<Fault> faults, IStringLocalizer words) => faults.Count == 0 ? default : Html.Of($"""
        <section class="fc-banner fc-below" id="mend" aria-label="{words["What can still be mended"].Value}">{Icon.Of("alert-triangle")}<ul class="fc-trouble">{faults.Select(f =>
            Html.Of($"<li><b class=\"fc-b\">{words.Title(f.Kind)}.</b> {words[FaultWords.Remedy(f.Kind)!].Value} {MeasureWords.Why(words, Definitions.NameOf(f.Kind))}</li>"))}</ul></section>
        """);
}
