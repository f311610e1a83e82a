using System.Collections;
using System.Runtime.CompilerServices;

namespace Xunit
{
    /// <summary>Whether two values are the same to xUnit: sets and dictionaries by content, sequences and tuples element by element, all others by Equals.</summary>
    internal static class Likeness
    {
        public static bool Same(object a, object b)
        {
            if (ReferenceEquals(a, b) || a is null || b is null)
            {
                return ReferenceEquals(a, b);
            }

            return (a, b) switch
            {
                (string, _) or (_, string) => a.Equals(b),
                (IDictionary one, IDictionary other) => SameDictionary(one, other),
                (ITuple one, ITuple other) => SameTuple(one, other),
                _ when IsSet(a) && IsSet(b) => SameSet((IEnumerable)a, (IEnumerable)b),
                _ when SameByType(a, b) => true,
                (IEnumerable one, IEnumerable other) when !HasOwnEquality(a) => SameSequence(one, other),
                _ => false,
            };
        }

        // Calls IEquatable<T>.Equals where there is one: a type need not override Equals as well.
        private static bool SameByType(object a, object b)
        {
            if (a.GetType() != b.GetType())
            {
                return a.Equals(b);
            }

            var comparer = typeof(EqualityComparer<>).MakeGenericType(a.GetType()).GetProperty("Default").GetValue(null);
            return ((IEqualityComparer)comparer).Equals(a, b);
        }

        private static bool SameDictionary(IDictionary a, IDictionary b)
        {
            return a.Count == b.Count && a.Keys.Cast<object>().All(key => b.Contains(key) && Same(a[key], b[key]));
        }

        private static bool SameTuple(ITuple a, ITuple b)
        {
            return a.Length == b.Length && Enumerable.Range(0, a.Length).All(index => Same(a[index], b[index]));
        }

        private static bool SameSet(IEnumerable a, IEnumerable b)
        {
            var others = b.Cast<object>().ToList();
            return a.Cast<object>().Count() == others.Count && a.Cast<object>().All(value => others.Any(other => Same(value, other)));
        }

        private static bool SameSequence(IEnumerable a, IEnumerable b)
        {
            var (first, second) = (a.GetEnumerator(), b.GetEnumerator());
            while (first.MoveNext())
            {
                if (!second.MoveNext() || !Same(first.Current, second.Current))
                {
                    return false;
                }
            }

            return !second.MoveNext();
        }

        private static bool IsSet(object value) => value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ISet<>));

        // A type that says what equality means has the last word.
        private static bool HasOwnEquality(object value) =>
            value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEquatable<>) && type.GenericTypeArguments[0] == value.GetType());
    }
}
