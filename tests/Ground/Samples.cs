using System.Reflection;

namespace FirstContact;

/// <summary>One of anything: an event, a command, a query, with a plausible value in every member. Always the same one.</summary>
public static class Samples
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    /// <summary>All types of an assembly that are a T and can be made.</summary>
    public static IEnumerable<Type> Of<T>(Assembly assembly) => assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(T)) && !t.IsAbstract).OrderBy(t => t.Name);

    public static Event Event(Type type) => (Event)Of(type, type.Name)!;

    public static object? Of(Type type, string name = "value")
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner, name);
        if (type == typeof(string)) return $"Some {name}";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 3;
        if (type == typeof(long)) return 7L;
        if (type == typeof(double)) return 0.75;
        if (type == typeof(decimal)) return 64.5m;
        if (type == typeof(Instant)) return Noon;
        if (type == typeof(LocalDate)) return new LocalDate(2026, 11, 22);
        if (type == typeof(LocalTime)) return new LocalTime(9, 30);
        if (type == typeof(Duration)) return Duration.FromMinutes(90);
        if (type == typeof(ReadOnlyMemory<byte>)) return new ReadOnlyMemory<byte>([1, 2, 3]);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        if (type.IsAssignableTo(typeof(IId))) return Activator.CreateInstance(type, 7L);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Seq<>)) return Sequence(type, name);
        if (type.IsAssignableTo(typeof(Delegate))) return null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        return type.IsAbstract ? Record(OneOf(type)) : Record(type);
    }

    /// <summary>Something of this kind that holds no other of it.</summary>
    private static Type OneOf(Type kind) => Of<object>(kind.Assembly).FirstOrDefault(t => t.IsAssignableTo(kind) && !t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == kind)))
        ?? throw new NotSupportedException($"There is no {kind.Name}: teach Samples.");

    private static object Sequence(Type type, string name)
    {
        var one = Array.CreateInstance(type.GetGenericArguments()[0], 1);
        one.SetValue(Of(type.GetGenericArguments()[0], name.TrimEnd('s')), 0);
        return Activator.CreateInstance(type, one)!;
    }

    private static object Record(Type type)
    {
        var make = type.GetConstructors().Where(c => !c.GetParameters().Any(p => p.ParameterType == type)).MaxBy(c => c.GetParameters().Length)
            ?? throw new NotSupportedException($"There is no way to make a {type.Name}: teach Samples.");
        var taken = make.GetParameters();
        var made = make.Invoke([.. taken.Select(p => Of(p.ParameterType, p.Name!.ToLowerInvariant()))]);
        foreach (var also in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && !taken.Any(t => string.Equals(t.Name, p.Name, StringComparison.OrdinalIgnoreCase))))
            also.SetValue(made, Of(also.PropertyType, also.Name.ToLowerInvariant()));
        return made;
    }
}
