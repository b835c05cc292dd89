using FirstContact.People;

namespace FirstContact.Exceptions;

/// <summary>The door of the slice. Rules are few, and so are exceptions that still wait for somebody: both are kept in memory.</summary>
public static class ExceptionModule
{
    extension(Work work)
    {
        public ProcessStore Processes => new(work);

        public ExceptionStore Exceptions => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All rules and processes by name, the retired ones too, with their owners as they are called today.</summary>
        internal ValueTask<IReadOnlyList<OwnedProcess>> Processes() => read.Kept(Process.Subject, ProcessStore.All);

        /// <summary>Those that wait for a word, an answer, or to be read by who bent the rule.</summary>
        internal ValueTask<IReadOnlyList<CustomerException>> LiveExceptions() => read.Kept(CustomerException.Subject, ExceptionStore.Live);
    }

    extension(IReadOnlyList<OwnedProcess> processes)
    {
        /// <summary>The one in use that goes by this name or id.</summary>
        internal Process? Known(string? nameOrId) =>
            processes.FirstOrDefault(p => p.Process.Active && (string.Equals(p.Process.Name, nameOrId?.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(nameOrId) == p.Process.Key))?.Process;

        internal OwnedProcess? Of(CustomerException exception) => exception.Details.Process is { } one ? processes.FirstOrDefault(p => p.Process.Id == one.Id) : null;
    }
}

/// <param name="OwnerHere">Whether its owner still works here.</param>
public sealed record OwnedProcess(Process Process, bool OwnerHere);
