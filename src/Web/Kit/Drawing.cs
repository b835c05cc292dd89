using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

#pragma warning disable BL0006 // The frames may change with a new version of the framework: the browser tests would say so, and this is the only file that reads them.

namespace FirstContact.Kit;

/// <summary>
/// Writes a page and its parts as HTML, straight from the frames that Razor makes. The renderer of the framework does the same
/// for components that live on: it keeps trees, compares them, and waits; that was half of what a page cost.
/// </summary>
public sealed class Drawing(IServiceProvider services, Frame frame)
{
    [ThreadStatic] private static Stack<RenderTreeBuilder>? spare;

    private HtmlBuilder _html = null!;
    private HtmlBuilder? _body;

    /// <summary>The whole document. Whoever takes it gives the builder back.</summary>
    public HtmlBuilder Page(Type page, object model)
    {
        _html = HtmlBuilder.Start();
        Draw(page, [new("Model", model)]);
        (_body, _html) = (_html, HtmlBuilder.Start());
        Draw(PartPlan.Of(page).Shell, []);
        _body.Leave();
        return _html;
    }

    private void Draw(Type type, ReadOnlySpan<KeyValuePair<string, object?>> parameters)
    {
        var part = PartPlan.Of(type).Make(services);
        foreach (var (name, value) in parameters) PartPlan.Of(type).Set(part, name, value);
        Draw(part);
    }

    private void Draw(Part part)
    {
        switch (part)
        {
            case WrittenPart written: written.Write(_html); break;
            case PageBody: _html.Add(_body!); break;
            case PageTitle title: frame.Title = Apart(title.ChildContent); break;
            case HeadContent more: frame.Head = Apart(more.ChildContent); break;
            default: Draw(part.Build); break;
        }
    }

    private Html Apart(RenderFragment? content)
    {
        var around = _html;
        _html = HtmlBuilder.Start();
        if (content is not null) Draw(content);
        var html = _html.Done();
        _html = around;
        return html;
    }

    private void Draw(RenderFragment content)
    {
        spare ??= new();
        var builder = spare.TryPop(out var used) ? used : new RenderTreeBuilder();
        content(builder);
        var frames = builder.GetFrames();
        Write(frames.Array.AsSpan(0, frames.Count));
        builder.Clear();
        spare.Push(builder);
    }

    private void Write(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var i = 0; i < frames.Length;)
        {
            ref readonly var at = ref frames[i];
            switch (at.FrameType)
            {
                case RenderTreeFrameType.Markup: _html.Raw(at.MarkupContent); i++; break;
                case RenderTreeFrameType.Text: _html.Text(at.TextContent); i++; break;
                case RenderTreeFrameType.Region: i++; break;
                case RenderTreeFrameType.Element: Element(frames.Slice(i, at.ElementSubtreeLength)); i += at.ElementSubtreeLength; break;
                case RenderTreeFrameType.Component: Component(frames.Slice(i, at.ComponentSubtreeLength)); i += at.ComponentSubtreeLength; break;
                default: throw new NotSupportedException($"{at.FrameType} has no meaning on a page that is drawn once.");
            }
        }
    }

    private void Element(ReadOnlySpan<RenderTreeFrame> frames)
    {
        var name = frames[0].ElementName;
        _html.Raw("<");
        _html.Raw(name);
        var i = 1;
        for (; i < frames.Length && frames[i].FrameType == RenderTreeFrameType.Attribute; i++) Attribute(in frames[i]);
        _html.Raw(">");
        if (IsVoid(name)) return;
        Write(frames[i..]);
        _html.Raw("</");
        _html.Raw(name);
        _html.Raw(">");
    }

    private void Attribute(in RenderTreeFrame attribute)
    {
        if (attribute.AttributeValue is null or false) return;
        _html.Raw(" ");
        _html.Raw(attribute.AttributeName);
        if (attribute.AttributeValue is not string text) return;
        _html.Raw("=\"");
        _html.Text(text);
        _html.Raw("\"");
    }

    private void Component(ReadOnlySpan<RenderTreeFrame> frames)
    {
        var plan = PartPlan.Of(frames[0].ComponentType);
        var part = plan.Make(services);
        foreach (ref readonly var parameter in frames[1..]) plan.Set(part, parameter.AttributeName, parameter.AttributeValue);
        Draw(part);
    }

    private static bool IsVoid(string element) => element is "input" or "br" or "hr" or "img" or "link" or "meta" or "col" or "source" or "wbr" or "area" or "base" or "embed" or "track";
}

/// <summary>How a part is made: which services and parameters it takes, and which shell it stands in. A page has dozens, so what sets them is compiled once.</summary>
internal sealed class PartPlan
{
    private static readonly ConcurrentDictionary<Type, PartPlan> Known = new();

    private readonly Func<Part> _new;
    private readonly (Action<Part, object?> Set, Type Service)[] _services;
    private readonly Dictionary<string, Action<Part, object?>> _parameters;

    private PartPlan(Type type)
    {
        _new = Expression.Lambda<Func<Part>>(Expression.New(type)).Compile();
        var properties = All(type).ToList();
        _services = [.. properties.Where(p => p.IsDefined(typeof(InjectAttribute))).Select(p => (Setter(p), p.PropertyType))];
        _parameters = properties.Where(p => p.IsDefined(typeof(ParameterAttribute))).ToDictionary(p => p.Name, Setter);
        Shell = type.GetCustomAttribute<LayoutAttribute>()?.LayoutType ?? typeof(Part);
    }

    public Type Shell { get; }

    public static PartPlan Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    public Part Make(IServiceProvider services)
    {
        var part = _new();
        foreach (var (set, service) in _services) set(part, services.GetRequiredService(service));
        return part;
    }

    public void Set(Part part, string name, object? value) => _parameters[name](part, value);

    private static Action<Part, object?> Setter(PropertyInfo property)
    {
        var (part, value) = (Expression.Parameter(typeof(Part)), Expression.Parameter(typeof(object)));
        return Expression.Lambda<Action<Part, object?>>(Expression.Assign(Expression.Property(Expression.Convert(part, property.DeclaringType!), property), Expression.Convert(value, property.PropertyType)), part, value).Compile();
    }

    // Private properties are found on the type that declares them alone.
    private static IEnumerable<PropertyInfo> All(Type? type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null && type != typeof(Part); type = type.BaseType)
            foreach (var property in type.GetProperties(Own)) yield return property;
    }
}
