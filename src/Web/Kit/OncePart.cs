using Microsoft.AspNetCore.Components.Rendering;

namespace FirstContact.Kit;

/// <summary>Makes a form that adds something count once, however often it is pressed: all its sendings carry the same key.</summary>
public sealed class OncePart : Part
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, $"<input type=\"hidden\" name=\"once\" value=\"{Guid.NewGuid():N}\" />");
}
