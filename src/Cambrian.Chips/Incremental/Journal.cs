using System.Runtime.CompilerServices;

namespace Cambrian.Chips.Incremental;

/// <summary>An array of numbers that remembers what it was changed from, so that all changes since the last commit can be taken back, bit by bit.</summary>
internal sealed class Journal<T>(int length)
{
    private int[] _indices = new int[256];
    private T[] _before = new T[256];
    private int _changes;

    /// <summary>The numbers. Written to directly only before the first change.</summary>
    public T[] Values { get; } = new T[length];

    /// <summary>Whether anything was set since the last commit or undo.</summary>
    public bool HasChanges => _changes > 0;

    /// <summary>Sets a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int index, T value)
    {
        var change = _changes;
        if (change == _indices.Length)
        {
            Grow();
        }

        ref var place = ref Values[index];
        _indices[change] = index;
        _before[change] = place;
        _changes = change + 1;
        place = value;
    }

    /// <summary>Keeps all changes.</summary>
    public void Commit() => _changes = 0;

    /// <summary>Takes all changes back, the last one first.</summary>
    public void Undo()
    {
        for (var change = _changes - 1; change >= 0; change--)
        {
            Values[_indices[change]] = _before[change];
        }

        _changes = 0;
    }

    private void Grow()
    {
        Array.Resize(ref _indices, 2 * _indices.Length);
        Array.Resize(ref _before, 2 * _before.Length);
    }
}
