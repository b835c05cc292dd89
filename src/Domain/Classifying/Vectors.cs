namespace FirstContact.Classifying;

/// <summary>Rows of few values among many places, one behind the other.</summary>
internal sealed class Vectors(int rows)
{
    private readonly List<int> _places = [];
    private readonly List<float> _values = [];
    private readonly List<int> _starts = new(rows + 1) { 0 };

    public int Count => _starts.Count - 1;

    public void Add(List<(int Term, float Value)> row)
    {
        foreach (var (term, value) in row)
        {
            _places.Add(term);
            _values.Add(value);
        }
        _starts.Add(_places.Count);
    }

    public ReadOnlySpan<int> Places(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_places)[_starts[row].._starts[row + 1]];

    public ReadOnlySpan<float> Values(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];
}
