package fault

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// insert puts an error into a list that is sorted by path, after its equals,
// and keeps MaxErrors of them. A field has one error: the first.
func insert(list gqlerror.List, e *gqlerror.Error) gqlerror.List {
	i, found := slices.BinarySearchFunc(list, e, byPath)
	if found && len(e.Path) > 0 {
		return list
	}
	for found && i < len(list) && byPath(list[i], e) == 0 {
		i++
	}
	if i == MaxErrors {
		return list
	}
	list = slices.Insert(list, i, e)
	return list[:min(len(list), MaxErrors)]
}

func byPath(a, b *gqlerror.Error) int { return slices.CompareFunc(a.Path, b.Path, byElement) }

// byElement orders items of a list by number and fields by name.
func byElement(a, b ast.PathElement) int {
	i, aIndex := a.(ast.PathIndex)
	j, bIndex := b.(ast.PathIndex)
	switch {
	case aIndex && bIndex:
		return cmp.Compare(i, j)
	case aIndex:
		return -1
	case bIndex:
		return 1
	}
	x, _ := a.(ast.PathName)
	y, _ := b.(ast.PathName)
	return strings.Compare(string(x), string(y))
}
