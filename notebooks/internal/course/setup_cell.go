package course

// SetupCell is the second cell of every notebook: it has the kernel compile cells with
// this clone's module, in the versions of its go.mod.
const SetupCell = `!*rm -f go.work && go work init && go work use . "${COURSE_ROOT:-$GONB_DIR/../..}"
%goworkfix
%noautoget`
