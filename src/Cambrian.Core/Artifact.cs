using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Cambrian.Core;

/// <summary>
/// What is being improved: an immutable set of text files. Two artifacts are equal exactly when their files are.
/// Safe to share between threads.
/// </summary>
public sealed class Artifact : IEquatable<Artifact>
{
    private readonly Lazy<ImmutableSortedDictionary<string, string>> _files;

    /// <summary>An artifact of the given files.</summary>
    /// <param name="files">Relative path (forward slashes) to text; at least one.</param>
    /// <exception cref="ArgumentException">No file, or a path that is empty, rooted or climbs with "..".</exception>
    public Artifact(IEnumerable<KeyValuePair<string, string>> files)
    {
        var sorted = files.ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("An artifact needs at least one file; none was given.", nameof(files));
        }

        foreach (var path in sorted.Keys)
        {
            RequireRelative(path);
        }

        _files = new Lazy<ImmutableSortedDictionary<string, string>>(sorted);
        Id = Hash(sorted);
        Length = sorted.Values.Sum(text => text.Length);
    }

    private Artifact(string id, int length, Lazy<ImmutableSortedDictionary<string, string>> files) => (Id, Length, _files) = (id, length, files);

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Relative path to text, in ordinal order of the paths.</summary>
    public IReadOnlyDictionary<string, string> Files => _files.Value;

    /// <summary>Total length of the texts in characters.</summary>
    public int Length { get; }

    /// <summary>An artifact of a single file.</summary>
    public static Artifact Of(string path, string text) => new([KeyValuePair.Create(path, text)]);

    /// <summary>An artifact whose files are fetched on first use, so that a million remembered ones cost little memory.</summary>
    /// <param name="id">The id it had when it was stored; trusted, not recomputed.</param>
    /// <param name="length">The length it had, likewise: archives compare lengths without fetching anything.</param>
    /// <param name="load">Fetches the files; called at most once.</param>
    public static Artifact Deferred(string id, int length, Func<string, IEnumerable<KeyValuePair<string, string>>> load) =>
        new(id, length, new Lazy<ImmutableSortedDictionary<string, string>>(() => load(id).ToImmutableSortedDictionary(StringComparer.Ordinal)));

    /// <summary>The same artifact with one file replaced or added.</summary>
    public Artifact With(string path, string text) => new(_files.Value.SetItem(path, text));

    /// <inheritdoc/>
    public bool Equals(Artifact? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Artifact);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id[..12];

    private static void RequireRelative(string path)
    {
        if (path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{path}' is no path inside an artifact: expected a relative one with forward slashes and no '.' or '..' parts.", nameof(path));
        }
    }

    // Lengths go in first so that ("ab","c") and ("a","bc") hash apart. In one piece: a hash that is fed piecewise costs more than the hashing.
    private static string Hash(ImmutableSortedDictionary<string, string> files)
    {
        var longest = files.Sum(file => (2 * sizeof(int)) + Encoding.UTF8.GetMaxByteCount(file.Key.Length) + Encoding.UTF8.GetMaxByteCount(file.Value.Length));
        var content = ArrayPool<byte>.Shared.Rent(longest);
        var length = 0;
        foreach (var (path, text) in files)
        {
            length += WriteWithLength(content.AsSpan(length), path);
            length += WriteWithLength(content.AsSpan(length), text);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(content);
        return Convert.ToHexStringLower(hash);
    }

    private static int WriteWithLength(Span<byte> target, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, target[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(target, length);
        return sizeof(int) + length;
    }
}
