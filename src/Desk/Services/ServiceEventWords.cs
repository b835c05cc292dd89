namespace FirstContact.Services;

/// <summary>Every event of services and categories: its stored name and the one sentence that tells it.</summary>
public static class ServiceEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ServiceAdded>("service.added", e => $"added the service {e.Details.Name}"),
        EventWords.Of<ServiceChanged>("service.changed", e => $"changed the service {e.To.Name}"),
        EventWords.Of<ServiceRetired>("service.retired", _ => "retired the service"),
        EventWords.Of<ServiceRestored>("service.restored", _ => "took the service up again"),
        EventWords.Of<CategoryAdded>("category.added", e => $"added the category {e.Name}"),
        EventWords.Of<CategoryRenamed>("category.renamed", e => $"renamed the category {e.From} to {e.To}"),
        EventWords.Of<CategoryRetired>("category.retired", _ => "retired the category"),
        EventWords.Of<CategoryRestored>("category.restored", _ => "took the category up again"),
    ];
}
