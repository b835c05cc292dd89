using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FirstContact.Kit;

/// <summary>
/// A piece of a page, written in Razor: parameters in, markup out, once. It has no life beyond that, so <see cref="Drawing"/>
/// writes it without the machinery that keeps components alive.
/// </summary>
public abstract class Part : IComponent
{
    /// <summary>Razor writes this one.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder) { }

    internal void Build(RenderTreeBuilder builder) => BuildRenderTree(builder);

    void IComponent.Attach(RenderHandle renderHandle) => throw new NotSupportedException("A part is drawn, not rendered.");
    Task IComponent.SetParametersAsync(ParameterView parameters) => throw new NotSupportedException("A part is drawn, not rendered.");
}

/// <summary>A long piece that is written straight into the page: a text of its own, only to be copied, would be the largest thing that a request makes.</summary>
public abstract class WrittenPart : Part
{
    public abstract void Write(HtmlBuilder html);
}

/// <summary>What stands around a page.</summary>
public abstract class ShellPart : Part
{
    /// <summary>Where the page goes.</summary>
    protected static RenderFragment Body { get; } = builder =>
    {
        builder.OpenComponent<PageBody>(0);
        builder.CloseComponent();
    };
}

/// <summary>Marks the place of the page within its shell.</summary>
internal sealed class PageBody : Part;

/// <summary>What the browser's tab says. The page is drawn before its head, so it may say so anywhere.</summary>
public sealed class PageTitle : Part
{
    [Parameter] public RenderFragment? ChildContent { get; set; }
}

/// <summary>What a page adds to its head.</summary>
public sealed class HeadContent : Part
{
    [Parameter] public RenderFragment? ChildContent { get; set; }
}

/// <summary>Proves that a form is ours: every form that posts has one.</summary>
public sealed class AntiforgeryToken : Part
{
    [Inject] private Frame Frame { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Frame.FormToken.Value.ToString());
}
