using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Opens connections to a run's file, and holds the lock of its only writer.</summary>
internal sealed class RunFile : IDisposable
{
    private readonly FileStream? _lock;

    private RunFile(string path, SqliteOpenMode mode)
    {
        Path = path;
        _lock = mode == SqliteOpenMode.ReadOnly ? null : LockOf(path);
        try
        {
            Main = Connect(mode);
        }
        catch
        {
            _lock?.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The connection for everything that one flow of control does alone.</summary>
    public SqliteConnection Main { get; }

    public bool IsWriter => _lock is not null;

    public static RunFile Create(string path) => new(path, SqliteOpenMode.ReadWriteCreate);

    public static RunFile Open(string path, bool writer)
    {
        if (!File.Exists(path))
        {
            throw new StoreException($"There is no run database '{path}'. Check the path; `cambrian run` makes one.");
        }

        return new RunFile(path, writer ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly);
    }

    /// <summary>One more connection, for a reader with a flow of control of its own.</summary>
    public SqliteConnection Connect(SqliteOpenMode mode)
    {
        // Pooled connections would keep the file open after the run is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Steps are appended and read in order, so few pages are worth keeping; and every checkpoint waits for the disk twice,
            // so it comes once for 16 MB rather than for the engine's 4.
            connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000; PRAGMA cache_size = -512; PRAGMA wal_autocheckpoint = 4000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Main.Dispose();
        _lock?.Dispose();
    }

    // The operating system drops the lock with the process, however it ends; the file itself means nothing.
    private static FileStream LockOf(string path)
    {
        try
        {
            return new FileStream(path + "-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (File.Exists(path + "-lock"))
        {
            throw new StoreException($"Run database '{path}' is being written by another process. Wait until it ends, or stop it; `cambrian show` works meanwhile.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"Run database '{path}' may not be written to: {cause.Message} Check the permissions of its folder.", cause);
        }
    }
}
