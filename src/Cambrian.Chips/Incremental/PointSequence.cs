namespace Cambrian.Chips.Incremental;

/// <summary>A net's points as a key: equal when all points are, in order.</summary>
internal readonly struct PointSequence(int[] points) : IEquatable<PointSequence>
{
    private readonly int[] _points = points;

    /// <inheritdoc/>
    public bool Equals(PointSequence other) => _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PointSequence other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (var point in _points)
        {
            hash.Add(point);
        }

        return hash.ToHashCode();
    }
}
