using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FirstContact.Data;

/// <summary>
/// Answers that many want at once: after one change hundreds of live pages ask for the same list. The first asks the engine, the others
/// get what it is told, for a second at most and only while nothing happens at all, here or on another node.
/// </summary>
internal sealed class Answers
{
    private const int Most = 200;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);
    private volatile ConcurrentDictionary<(Type, string), (object Answer, long At)> _given = [];

    /// <param name="question">All that the answer hangs on: the statement and what is given to it.</param>
    public async Task<T> Get<T>(string question, Func<Task<T>> ask) where T : class
    {
        // What is forgotten while it is being asked stands where nobody looks any more.
        var given = _given;
        if (given.TryGetValue((typeof(T), question), out var lately) && Stopwatch.GetElapsedTime(lately.At) < Believed && await ((Task<T?>)lately.Answer) is { } known) return known;

        var asking = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (given.Count >= Most) Forget();
        given[(typeof(T), question)] = (asking.Task, Stopwatch.GetTimestamp());
        T? answer = null;
        try
        {
            return answer = await ask();
        }
        finally
        {
            // Whoever waited for one that got none asks himself.
            asking.SetResult(answer);
        }
    }

    public void Forget()
    {
        if (!_given.IsEmpty) _given = [];
    }

    /// <summary>The statement and its values in one text, in which no two questions look alike.</summary>
    public static string Question(string sql, IEnumerable<object?> values)
    {
        var question = new StringBuilder(sql);
        foreach (var value in values) Add(value);
        return question.ToString();

        void Add(object? value)
        {
            if (value is not string && value is IEnumerable some)
            {
                question.Append("\n[");
                foreach (var one in some) Add(one);
                question.Append("\n]");
                return;
            }
            var text = value is DateTime time ? time.Ticks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            question.Append(CultureInfo.InvariantCulture, $"\n{value?.GetType().Name} {text.Length} ").Append(text);
        }
    }
}
