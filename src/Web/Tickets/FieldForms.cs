using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>The fields of this desk in forms of tickets: each is called <c>fields.NAME</c>.</summary>
public static class FieldForms
{
    /// <summary>What was typed into them. A field that the form does not have stays as it is.</summary>
    public static Seq<FieldTyped> Filled(this Form form) =>
        [.. form.Names.Where(n => n.StartsWith(Field.InForms, StringComparison.Ordinal)).Select(n => new FieldTyped(n[Field.InForms.Length..], form[n]))];
}
