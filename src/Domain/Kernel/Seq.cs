using System.Collections;
using System.Runtime.CompilerServices;

namespace FirstContact.Kernel;

/// <summary>A list that never changes and equals another with the same items, so that records that hold one stay comparable.</summary>
[CollectionBuilder(typeof(Seq), nameof(Seq.Of))]
public sealed class Seq<T>(IEnumerable<T> items) : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    private readonly T[] _items = [.. items];

    public int Count => _items.Length;
    public T this[int index] => _items[index];

    public Seq<T> Add(T item) => new(_items.Append(item));
    public Seq<T> Remove(T item) => new(_items.Where(i => !EqualityComparer<T>.Default.Equals(i, item)));

    public static bool operator ==(Seq<T>? one, Seq<T>? other) => one is null ? other is null : one.Equals(other);
    public static bool operator !=(Seq<T>? one, Seq<T>? other) => !(one == other);

    public bool Equals(Seq<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);
    public override bool Equals(object? obj) => Equals(obj as Seq<T>);
    public override int GetHashCode() => _items.Aggregate(_items.Length, HashCode.Combine);
    public override string ToString() => $"[{string.Join(", ", _items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

public static class Seq
{
    public static Seq<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
