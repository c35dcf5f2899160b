// Asks npm's @sigstore/verify whether it accepts a checkpoint and an inclusion proof. Its entries are those of Rekor, so what
// we have is put in that shape here; checkpoint, proof, key and leaf are as the product gives them.
// Reads one JSON object a line on standard input, writes 'accepted' or the code of the refusal for each.
'use strict';
const crypto = require('crypto');
const readline = require('readline');
const { verifyTLogInclusion } = require(process.argv[2] + '/@sigstore/verify/dist/tlog');

const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

function outcome(given) {
  const number = Buffer.alloc(32);
  Buffer.from(given.keyNumber, 'hex').copy(number);
  const log = {
    logID: number,
    baseURL: 'https://' + given.origin,
    publicKey: crypto.createPublicKey({
      key: Buffer.concat([ED25519_SPKI, Buffer.from(given.key, 'base64')]),
      format: 'der',
      type: 'spki',
    }),
    validFor: { start: new Date(0), end: new Date(8640000000000000) },
  };
  const entry = {
    logIndex: String(given.index),
    canonicalizedBody: Buffer.from(given.leaf, 'base64'),
    inclusionProof: {
      logIndex: String(given.index),
      treeSize: String(given.size),
      hashes: given.proof.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: given.checkpoint },
    },
  };
  try {
    verifyTLogInclusion(entry, [log]);
    return 'accepted';
  } catch (refusal) {
    return (refusal.code || refusal.name) + ': ' + refusal.message;
  }
}

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => console.log(outcome(JSON.parse(line))));
