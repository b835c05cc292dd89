using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>What became of an action on many, for who did it.</summary>
public sealed record ShowBatch(BatchId Id) : IQuery<Batch>
{
    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<Batch>> Ask(Question question)
    {
        var work = new Work(question.Read, new(question.Caller, "query"), question.Now, question.Catalogue);
        if (!(await work.Batches.Load(Id.Value)).Is(out var batch, out var no)) return no;
        return batch.By == question.Caller.Person ? batch : ListErrors.BatchNotFound;
    }
}
