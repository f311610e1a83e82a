using Cambrian.Core.Ledgers;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Works out every link of a ledger again, and the hash of every artifact.</summary>
/// <param name="connection">A connection of its own.</param>
/// <param name="files">The files of an artifact by its row and hash; a <see cref="StoreException"/> when they do not match.</param>
internal sealed class LedgerCheck(SqliteConnection connection, Func<long, string, IEnumerable<KeyValuePair<string, string>>> files)
{
    private readonly StepChain _chain = new();
    private readonly HashSet<long> _checked = [];
    private int _next;

    public StepFault? FirstFault(CancellationToken cancellation)
    {
        try
        {
            using var row = new Statement(connection, $"SELECT {string.Join(',', StepColumns.Names)} FROM steps ORDER BY number;");
            for (; row.Read(); _next++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Fault(row) is { } reason)
                {
                    return new StepFault(_next, reason);
                }
            }

            return null;
        }
        catch (Exception unreadable) when (StoreException.MeansDamage(unreadable))
        {
            return new StepFault(_next, $"it cannot be read: {unreadable.Message}");
        }
    }

    private string? Fault(Statement row)
    {
        if (row.Whole(0) != _next)
        {
            return $"it is missing; the next one recorded is {row.Whole(0)}";
        }

        var step = StepColumns.Read(row, files);
        _chain.Extend(step);
        if (!_chain.Link.SequenceEqual(row.Bytes(StepColumns.Link)))
        {
            return "its hash does not match: it, or the order of the steps, was changed after it was recorded";
        }

        if (step.Child is { } child && _checked.Add(row.Whole(StepColumns.Artifact)))
        {
            var length = child.Files.Values.Sum(text => text.Length);
            return length == child.Length ? null : $"its length is recorded as {child.Length}, but its program has {length} characters";
        }

        return null;
    }
}
