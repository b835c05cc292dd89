using Microsoft.AspNetCore.Components;

namespace FirstContact.Kit;

/// <summary>Two circles that touch: the first contact.</summary>
public static class Brand
{
    public static readonly MarkupString Mark = Sized("");

    public static readonly MarkupString Large = Sized(" width=\"48\" height=\"36\"");

    private static MarkupString Sized(string size) => new($"""
        <svg{size} viewBox="0 0 24 18" aria-hidden="true"><circle cx="7.5" cy="9" r="5.75" fill="none" stroke="currentColor" stroke-width="2.5"/><circle cx="17.5" cy="9" r="5.5" fill="var(--fc-accent-fill)"/></svg>
        """);
}
