using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>The tables of a run database, and the checks that a file is one.</summary>
internal static class Schema
{
    public const int Version = 3;

    // "CMBR": tells `file` and us that the database is ours (https://sqlite.org/pragma.html#pragma_application_id).
    private const int ApplicationId = 0x434D4252;

    private const string Evaluation = """
        outcome INTEGER, score REAL, complete INTEGER, cases BLOB, metrics TEXT, behaviour TEXT, feedback TEXT, cost REAL, cpu_ticks INTEGER, isolation TEXT
        """;

    // A score that is no number is NULL beside an outcome that is not. Steps carry the child's hash and length so that a
    // resumed run need not touch the artifacts. Ticks are 100 ns.
    private const string Tables = $"""
        CREATE TABLE run(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE artifacts(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, content BLOB NOT NULL);
        CREATE TABLE steps(
            number INTEGER PRIMARY KEY, parents TEXT NOT NULL, parent_score REAL, origin TEXT NOT NULL,
            child BLOB, length INTEGER, artifact INTEGER REFERENCES artifacts(id), {Evaluation},
            admitted INTEGER NOT NULL, reason TEXT NOT NULL, effort REAL NOT NULL, elapsed_ticks INTEGER NOT NULL, link BLOB NOT NULL);
        CREATE TABLE held_out(id INTEGER PRIMARY KEY, split INTEGER NOT NULL, step INTEGER NOT NULL REFERENCES steps(number), {Evaluation});
        CREATE TABLE openings(id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES steps(number), opened TEXT NOT NULL);
        CREATE TABLE calls(id INTEGER PRIMARY KEY, key TEXT NOT NULL, content TEXT NOT NULL);
        CREATE INDEX calls_by_key ON calls(key);
        CREATE TABLE decisions(
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, step INTEGER NOT NULL, version TEXT NOT NULL, level INTEGER NOT NULL, by TEXT NOT NULL,
            reason TEXT NOT NULL, figures TEXT, at TEXT NOT NULL, due TEXT, steps INTEGER NOT NULL, held_out INTEGER NOT NULL, link BLOB NOT NULL);
        """;

    private static readonly string[] AppendOnly = ["run", "artifacts", "steps", "held_out", "openings", "calls", "decisions"];

    private static readonly string[] Changes = ["UPDATE", "DELETE"];

    public static void Create(SqliteConnection connection, RunDescription description)
    {
        connection.Execute("PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction();
        var guards = AppendOnly.SelectMany(table => Changes.Select(change =>
            $"CREATE TRIGGER {table}_refuses_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"));
        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; {Tables} {string.Concat(guards)}");
        DescriptionTable.Write(connection, description);
        transaction.Commit();
    }

    public static void Require(SqliteConnection connection, string path)
    {
        var application = connection.Scalar("PRAGMA application_id;");
        var version = connection.Scalar("PRAGMA user_version;");
        if (application != ApplicationId)
        {
            throw new StoreException(
                $"'{path}' is no run database: expected one that `cambrian run` wrote, found an SQLite database of another program (application id {application}). Check the path.");
        }

        if (version != Version)
        {
            throw new StoreException(
                $"Run database '{path}' has format {version}; this program reads format {Version}. Use the {(version > Version ? "newer" : "older")} program that wrote it.");
        }
    }
}
