using System.Globalization;
using System.Runtime.InteropServices;
using Cambrian.Core;
using Cambrian.Core.Ledgers;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Appends steps through prepared statements, each artifact once.</summary>
internal sealed class StepWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly Statement _commit;
    private readonly Statement _insertStep;
    private readonly Statement _insertArtifact;
    private readonly SqliteCommand _hashOf;
    private readonly ArtifactContent _content;
    private readonly StepChain _chain;

    // Rows of known artifacts by the first 64 bits of their hash: an index in the file would cost a random page per step.
    private readonly Dictionary<ulong, long> _rows = [];
    private int _indexed;

    public StepWriter(SqliteConnection connection, ArtifactContent content, int count, ReadOnlySpan<byte> link)
    {
        (_connection, _content, Count, _chain) = (connection, content, count, new StepChain(link));
        _begin = connection.Prepare("BEGIN IMMEDIATE;", []);
        _commit = new Statement(connection, "COMMIT;");
        _insertStep = new Statement(connection, $"INSERT INTO steps({string.Join(',', StepColumns.Names)}) VALUES({string.Join(',', StepColumns.Names.Select(_ => '?'))});");
        _insertArtifact = new Statement(connection, "INSERT INTO artifacts(hash, content) VALUES(?, ?);");
        _hashOf = connection.Prepare("SELECT hash FROM artifacts WHERE id = $id;", ["$id"]);
    }

    public int Count { get; private set; }

    public string Head => _chain.Head;

    /// <summary>Appends steps in one transaction. After an exception this writer is of no further use: its chain is ahead of the file.</summary>
    public void Append(IReadOnlyList<Step> steps)
    {
        Index();
        // Prepared by hand: the provider's own transactions compile three statements each, which costs more than the insert.
        _begin.ExecuteNonQuery();
        foreach (var step in steps)
        {
            _chain.Extend(step);
            StepColumns.Bind(_insertStep, step, step.Child is null ? null : RowOf(step.Child), _chain.Link);
            _insertStep.Run();
        }

        _commit.Run();
        Count += steps.Count;
        _indexed = Count;
    }

    /// <summary>Notes the artifact of a recorded step that is being read anyway.</summary>
    public void Note(int step, string artifact, long row)
    {
        if (step >= _indexed)
        {
            _rows.TryAdd(Key(artifact), row);
            _indexed = step + 1;
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _insertStep.Dispose();
        _insertArtifact.Dispose();
        _hashOf.Dispose();
    }

    private void Index()
    {
        if (_indexed == Count)
        {
            return;
        }

        using var command = _connection.Prepare($"SELECT number, child, artifact FROM steps WHERE number >= {_indexed} AND child IS NOT NULL ORDER BY number;", []);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            Note(row.GetInt32(0), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(1)), row.GetInt64(2));
        }

        _indexed = Count;
    }

    private long RowOf(Artifact artifact)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, Key(artifact.Id), out var known);
        if (known && HasHash(row, artifact.Id))
        {
            return row;
        }

        _insertArtifact.Bind(0, Convert.FromHexString(artifact.Id));
        _insertArtifact.Bind(1, _content.Encode(artifact));
        row = _insertArtifact.Run();
        return row;
    }

    private bool HasHash(long row, string hash)
    {
        _hashOf.Parameters[0].Value = row;
        return _hashOf.ExecuteScalar() is byte[] bytes && Convert.ToHexStringLower(bytes) == hash;
    }

    private static ulong Key(string hash) => ulong.Parse(hash.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
